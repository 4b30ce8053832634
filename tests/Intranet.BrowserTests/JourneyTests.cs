using Intranet.BrowserTests.Screens;
using Intranet.Tests.Walk;
using Microsoft.Playwright;

namespace Intranet.BrowserTests;

[Collection(InChromium.Name)]
public sealed class JourneyTests(Chromium chromium)
{
    [Fact]
    public Task Sign_in_and_search_with_the_keyboard_only() => chromium.Journey(Who.Strangers, async visitor =>
    {
        await new SignInScreen(visitor).SignInByKeyboard("coordinateur@demo.passerelle");
        await visitor.Page.Keyboard.PressAsync("Control+k");
        await visitor.Page.Keyboard.TypeAsync("visite");
        await visitor.Page.Keyboard.PressAsync("Enter");
        await visitor.Page.WaitForURLAsync("**/recherche?q=visite");
    });

    [Fact]
    public Task The_list_of_partners_filters_as_one_types() => chromium.Journey(Who.Coordination, async visitor =>
    {
        await visitor.Go("/partenaires");
        await visitor.Page.GetByLabel("Nom, commune ou sigle").FillAsync("spip visite");
        await visitor.Page.GetByLabel("Nom, commune ou sigle").PressAsync("Enter");
        await visitor.Page.WaitForURLAsync("**q=spip*");
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Rowheader).First).ToContainTextAsync("SPIP de la visite");
    });

    [Fact]
    public Task The_same_filter_works_without_JavaScript() => chromium.Journey(Who.Coordination, async visitor =>
    {
        await visitor.Go("/partenaires");
        await visitor.Page.GetByLabel("Nom, commune ou sigle").FillAsync("spip visite");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Filtrer" }).ClickAsync();
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Rowheader).First).ToContainTextAsync("SPIP de la visite");
    }, Look.Desk with { JavaScript = false });

    [Fact]
    public Task The_dark_theme_is_chosen_and_kept() => chromium.Journey(Who.Coordination, async visitor =>
    {
        await visitor.Go("/");
        await visitor.Page.Locator("summary.account").ClickAsync();
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Sombre" }).ClickAsync();
        await visitor.Go("/partenaires");
        await Assertions.Expect(visitor.Page.Locator("html")).ToHaveAttributeAsync("data-bs-theme", "dark");
    });
}
