using Intranet.Shared;

namespace Intranet.Tests.Http;

public sealed class SearchTests(IntranetApp app) : IClassFixture<IntranetApp>
{
    [Fact]
    public async Task Accents_case_and_acronyms_are_forgiven_and_words_marked()
    {
        await app.AddPartner("Tribunal judiciaire d’Évry", "court");
        var page = await (await app.SignedIn(Roles.Staff)).Get("/recherche?q=TJ+evry");
        Assert.Contains("Tribunal judiciaire d’Évry", page.Main, StringComparison.Ordinal);
        Assert.Contains(page.Document.QuerySelectorAll("mark"), m => m.TextContent == "Évry");
    }

    [Fact]
    public async Task What_starts_as_typed_comes_first()
    {
        await app.AddPartner("Amis de Zorbec");
        await app.AddPartner("Zorbec accueil");
        var page = await (await app.SignedIn(Roles.Staff)).Get("/recherche?q=zorbec");
        Assert.Equal(["Zorbec accueil", "Amis de Zorbec"], page.Document.QuerySelectorAll(".result .item-title").Select(e => e.TextContent));
    }

    [Fact]
    public async Task Operators_of_the_index_are_only_words()
    {
        var browser = await app.SignedIn(Roles.Staff);
        foreach (var text in new[] { "\"", "NEAR(", "a AND", "*", "col:x", "'; DROP TABLE", "-", "(((" })
            Assert.Equal(System.Net.HttpStatusCode.OK, (await browser.Get($"/recherche?q={Uri.EscapeDataString(text)}")).Status);
    }

    [Fact]
    public async Task A_fragment_answers_as_one_types()
    {
        await app.AddPartner("Mission locale de Quimperlé");
        var page = await (await app.SignedIn(Roles.Staff)).GetFragment("/recherche?q=quimp");
        Assert.Contains("Mission locale de", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<html", page.Text, StringComparison.Ordinal);
    }
}
