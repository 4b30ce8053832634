using System.Globalization;
using System.Text.RegularExpressions;
using Intranet.BrowserTests.Screens;
using Intranet.Shared;
using Intranet.Tests;
using Intranet.Tests.Imports;
using Intranet.Tests.Walk;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Intranet.BrowserTests;

[Collection(InChromium.Name)]
public sealed class ConventionJourneyTests(Chromium chromium)
{
    private DateOnly Today => chromium.Visit.App.Services.GetRequiredService<BusinessDay>().Today;

    /// <summary>The coordinator's work from the directories to the reminder; the direction signs. Every page on the way is looked at by axe.</summary>
    [Fact]
    public Task From_the_directories_to_the_reminder() => chromium.Journey(Who.Strangers, async visitor =>
    {
        const string title = "Permanences à Bastia et à Borgo";
        await new SignInScreen(visitor).SignIn("coordinateur@demo.passerelle");
        Faults.None(await visitor.Violations());

        var imports = new ImportScreen(visitor);
        await imports.Import("SPIP", "spip.csv", ImportFiles.Spip);
        await imports.Import("Tribunaux", "tribunaux.csv", ImportFiles.Courts);
        await imports.Import("Établissements pénitentiaires", "prisons.csv", ImportFiles.Prisons);

        await visitor.Go("/partenaires?q=bastia-borgo");
        await visitor.Follow("SPIP de Haute-Corse, antenne de Bastia-Borgo", new Regex("/partenaires/[0-9]+$"));
        var territory = visitor.Page.GetByRole(AriaRole.Region, new() { Name = "Ressort" });
        await Assertions.Expect(territory.GetByRole(AriaRole.Link, new() { Name = "Tribunal judiciaire de Bastia" })).ToBeVisibleAsync();
        await Assertions.Expect(territory.GetByRole(AriaRole.Link, new() { Name = "CP Borgo" })).ToBeVisibleAsync();

        await visitor.Follow("Créer une convention", new Regex("/conventions/nouvelle"));
        await new ConventionScreen(visitor.Page).Fill(title, Today.AddDays(-285), Today.AddDays(80));
        await visitor.Press("Créer le brouillon", new Regex("/conventions/[0-9]+$"));
        await Sign(new Uri(visitor.Page.Url).AbsolutePath);

        using (var services = chromium.Visit.App.Services.CreateScope())
            Assert.Contains(await services.ServiceProvider.GetRequiredService<IReminderRun>().RunAsync(Today, dryRun: false, CancellationToken.None), l => l.Subject.Contains(title, StringComparison.Ordinal));
        await visitor.Go("/rappels");
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Main)).ToContainTextAsync(title);
    });

    [Fact]
    public Task A_convention_is_written_without_JavaScript() => chromium.Journey(Who.Coordination, async visitor =>
    {
        var form = new ConventionScreen(visitor.Page);
        await visitor.Go("/conventions/nouvelle");
        await visitor.Page.GetByLabel("Nom, commune ou sigle").FillAsync("spip visite");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Continuer" }).ClickAsync();
        await visitor.Page.GetByRole(AriaRole.Checkbox, new() { NameRegex = new Regex("^SPIP de la visite") }).First.CheckAsync();
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Continuer" }).ClickAsync();

        // Refused, with everything typed kept.
        await form.Fill("Convention sans script", Today, Today.AddDays(-1));
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Créer le brouillon" }).ClickAsync();
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Page.GetByLabel("Intitulé")).ToHaveValueAsync("Convention sans script");
        await Assertions.Expect(visitor.Page.GetByLabel(new Regex("^Début"))).ToHaveValueAsync(Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

        await form.Date("Fin", Today.AddYears(1));
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Créer le brouillon" }).ClickAsync();
        await visitor.Page.WaitForURLAsync(new Regex("/conventions/[0-9]+$"));
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Convention sans script");
    }, Look.Desk with { JavaScript = false });

    private Task Sign(string convention) => chromium.Journey(Who.Direction, async visitor =>
    {
        await visitor.Go(convention);
        await visitor.Page.Locator("summary[aria-label='Autres actions']").ClickAsync();
        await visitor.Follow("Enregistrer une signature", new Regex("/signature$"));
        await new ConventionScreen(visitor.Page).Date("Dernière signature le", Today);
        await visitor.Press("Enregistrer la signature", new Regex("/conventions/[0-9]+$"));
    });
}
