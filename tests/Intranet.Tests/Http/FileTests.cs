using System.Net;
using Intranet.Shared;

namespace Intranet.Tests.Http;

public sealed class FileTests(IntranetApp app) : IClassFixture<IntranetApp>
{
    private static readonly byte[] Pdf = "%PDF-1.7 fictional"u8.ToArray();

    [Fact]
    public async Task A_document_is_added_downloaded_never_inline_and_removed()
    {
        var partner = await app.AddPartner("SPIP aux documents");
        var writer = await app.SignedIn(Roles.Coordination);
        Assert.Equal(HttpStatusCode.Redirect, (await UploadAsync(writer, partner, "Protocole.pdf", Pdf)).StatusCode);
        var list = await writer.Get($"/fichiers/de/{partner}");
        var link = list.Document.QuerySelector("a[download]")!.GetAttribute("href")!;
        var file = await writer.Client.GetAsync(link);
        Assert.Equal("attachment", file.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("application/pdf", file.Content.Headers.ContentType!.MediaType);
        Assert.Equal(Pdf, await file.Content.ReadAsByteArrayAsync());

        Assert.Equal(HttpStatusCode.Redirect, (await writer.Send(list, [], "handler=remove")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await writer.Get(link)).Status);
        Assert.DoesNotContain(Directory.GetFiles(Path.Combine(app.Folder, "files"), "*", SearchOption.AllDirectories), f => File.ReadAllBytes(f).SequenceEqual(Pdf));
    }

    [Theory]
    [InlineData("facture.pdf", "MZ\u0090\0 This program cannot be run in DOS mode", "quel que soit son nom")]
    [InlineData("page.pdf", "<html><script>alert(1)</script></html>", "quel que soit son nom")]
    [InlineData("vide.pdf", "", "vide")]
    [InlineData("image.png", "%PDF-1.7", "ne dit pas ce qu’il contient")]
    [InlineData("Dupont né le 12-03-1985.pdf", "%PDF-1.7", "date de naissance")]
    public async Task What_is_not_what_it_says_is_refused_with_a_sentence(string name, string content, string sentence)
    {
        var partner = await app.AddPartner("Association aux refus");
        var writer = await app.SignedIn(Roles.Coordination);
        var answer = await UploadAsync(writer, partner, name, System.Text.Encoding.Latin1.GetBytes(content));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(sentence, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    internal static async Task<HttpResponseMessage> UploadAsync(Browser browser, int subject, string name, byte[] content)
    {
        var page = await browser.Get($"/fichiers/de/{subject}");
        var token = page.Document.QuerySelector("meta[name=request-token]")!.GetAttribute("content")!;
        using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new ByteArrayContent(content), "file", name } };
        return await browser.Client.PostAsync($"/fichiers/de/{subject}", form);
    }
}
