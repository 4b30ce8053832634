using System.Text;
using Intranet.Shared;
using Intranet.Tests.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Intranet.Tests.Imports;

public sealed class WrongFileTests(IntranetApp app) : IClassFixture<IntranetApp>
{
    [Theory]
    [InlineData("spip", ImportFiles.Courts, "Tribunaux judiciaires")]
    [InlineData("courts", ImportFiles.Prisons, "Établissements pénitentiaires")]
    [InlineData("prisons", "bonjour;a;b\n1;2;3", "Il manque")]
    [InlineData("prisons", "", "vide")]
    [InlineData("courts", "code_judilibre,insee_commune,departement,libelle\n", "rien à importer")]
    public void A_file_of_another_kind_is_named(string kind, string text, string word)
        => Assert.Contains(word, Refusal(kind, new MemoryStream(Encoding.UTF8.GetBytes(text))), StringComparison.Ordinal);

    [Fact]
    public void A_picture_is_no_table()
        => Assert.NotEmpty(Refusal("spip", new MemoryStream([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. new byte[500]])));

    [Fact]
    public void A_million_lines_are_refused()
    {
        var text = new StringBuilder("code_judilibre,insee_commune,departement,libelle\n");
        for (var i = 0; i < 100_001; i++)
            text.Append("tj,1,93,x\n");
        Assert.Contains("100", Refusal("courts", new MemoryStream(Encoding.UTF8.GetBytes(text.ToString()))), StringComparison.Ordinal);
    }

    private string Refusal(string kind, Stream content)
    {
        using var scope = app.Services.CreateScope();
        var importer = scope.ServiceProvider.GetRequiredService<Importer>();
        return Assert.Throws<TableException>(() => importer.Read(importer.Kind(kind)!, content, "essai.csv")).Message;
    }
}
