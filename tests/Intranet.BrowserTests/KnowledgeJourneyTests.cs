using System.Text.RegularExpressions;
using Intranet.BrowserTests.Screens;
using Intranet.Tests.Walk;
using Microsoft.Playwright;

namespace Intranet.BrowserTests;

[Collection(InAnotherChromium.Name)]
public sealed class KnowledgeJourneyTests(Chromium chromium)
{
    private const string Author = "educatrice@demo.passerelle", Keeper = "coordinateur@demo.passerelle";

    /// <summary>A page is proposed, read again and published; a reader says what is wrong, it is mended, found true, then the former version is restored.</summary>
    [Fact]
    public Task A_page_from_its_draft_to_the_version_restored() => chromium.Journey(Who.Strangers, async visitor =>
    {
        var page = visitor.Page;
        await Be(visitor, Author);
        await visitor.Go("/connaissances/nouveau");
        await page.Locator("#Input_Title").FillAsync("Ouvrir le portail la nuit");
        await page.Locator("#Input_SectionId").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await page.Locator("#Input_Text").FillAsync("## Le portail\n\nLe code est au bureau de la veille.");
        await visitor.Press("Proposer à la relecture", new Regex(@"/connaissances/\d+/versions/1$"));
        var address = Regex.Match(new Uri(page.Url).AbsolutePath, @"^/connaissances/\d+").Value;

        await Be(visitor, Keeper);
        await visitor.Go($"{address}/relire/1");
        await visitor.Press("Publier", new Regex($"{address}$"));

        await Be(visitor, Author);
        await visitor.Go($"{address}/signalements");
        await page.Locator("#Input_Word").FillAsync("Le code a changé de place.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Signaler", Exact = true }).ClickAsync();
        await visitor.Arrives(new Regex(address));

        await Be(visitor, Keeper);
        await visitor.Go($"{address}/modifier");
        await page.Locator("#Input_Text").FillAsync("## Le portail\n\nLe code est à l’accueil.");
        await visitor.Press("Publier", new Regex($"{address}$"));
        await Assertions.Expect(page.Locator("article")).ToContainTextAsync("à l’accueil");
        await page.GetByRole(AriaRole.Button, new() { Name = "Toujours exact" }).First.ClickAsync();
        await visitor.Arrives(new Regex($"{address}$"));

        await visitor.Go($"{address}/versions/1");
        await visitor.Follow("Rétablir cette version", new Regex(@"/modifier\?depuis=1$"));
        await visitor.Press("Publier", new Regex($"{address}$"));
        await Assertions.Expect(page.Locator("article")).ToContainTextAsync("bureau de la veille");
        await Assertions.Expect(page.Locator("body")).ToContainTextAsync("Historique (3 versions)");
    });

    private static async Task Be(Visitor visitor, string account)
    {
        await visitor.Page.Context.ClearCookiesAsync();
        await new SignInScreen(visitor).SignIn(account);
    }
}
