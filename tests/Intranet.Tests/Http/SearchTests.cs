using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

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

    [Fact]
    public async Task Where_nothing_holds_every_word_what_holds_some_is_offered()
    {
        await app.AddPartner("Association Quintefeuille");
        var page = await (await app.SignedIn(Roles.Staff)).Get("/recherche?q=quintefeuille+trapéziste");
        Assert.Contains("Rien ne réunit tous ces mots", page.Main, StringComparison.Ordinal);
        Assert.Contains("Association Quintefeuille", page.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_title_does_not_say_is_shown_around_the_words()
    {
        await app.Add(Named("Maison des Lauriers", "Ancien foyer Belombreuse", await app.WithDb(db => db.Set<Intranet.Contacts.PartnerKind>().Where(k => k.Code == "association").Select(k => k.Id).SingleAsync())));
        var page = await (await app.SignedIn(Roles.Staff)).Get("/recherche?q=belombreuse");
        Assert.Contains("Ancien foyer", page.Document.QuerySelector(".item-snippet")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Belombreuse", page.Document.QuerySelector(".item-snippet mark")!.TextContent);
    }

    [Fact]
    public async Task What_one_may_do_is_offered_to_who_may()
    {
        var id = await app.AddPartner("SPIP de Carentoire", "spip");
        var coordinator = await (await app.SignedIn(Roles.Coordination)).Get("/recherche?q=carentoire");
        Assert.NotNull(coordinator.Document.QuerySelector($"a[href='/rencontres/nouvelle?partenaire={id}']"));
        var staff = await (await app.SignedIn(Roles.Staff)).Get("/recherche?q=carentoire");
        Assert.Null(staff.Document.QuerySelector($"a[href='/rencontres/nouvelle?partenaire={id}']"));
        var commands = await (await app.SignedIn(Roles.Staff)).Get("/recherche?q=%3E+appui");
        Assert.Contains(commands.Document.QuerySelectorAll(".result"), a => a.GetAttribute("href") == "/appuis/nouveau");
    }

    private static Intranet.Contacts.Partner Named(string name, string aliases, int kind)
    {
        var partner = new Intranet.Contacts.Partner(name, kind);
        partner.Rename(name, aliases);
        return partner;
    }
}

/// <summary>On an application of its own: the words that titles know are kept ten minutes.</summary>
public sealed class SearchSlipTests(IntranetApp app) : IClassFixture<IntranetApp>
{
    [Fact]
    public async Task A_slip_on_a_name_is_forgiven_and_said()
    {
        await app.AddPartner("Centre de détention de Rouvrezac");
        var page = await (await app.SignedIn(Roles.Staff)).Get("/recherche?q=rouvrezak");
        Assert.Contains("Voici ce qui répond à « rouvrezac »", page.Main, StringComparison.Ordinal);
        Assert.Equal("Centre de détention de Rouvrezac", page.Document.QuerySelector(".result .item-title")!.TextContent);
    }
}
