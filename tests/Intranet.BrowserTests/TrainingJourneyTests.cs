using System.Globalization;
using System.Text.RegularExpressions;
using Intranet.Contacts;
using Intranet.Shared;
using Intranet.Tests.Walk;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Intranet.BrowserTests;

[Collection(InChromium.Name)]
public sealed class TrainingJourneyTests(Chromium chromium)
{
    /// <summary>The direction plans a session of one seat today, enrols two people, one gives the seat back, the other comes and gets a certificate; coverage moves.</summary>
    [Fact]
    public async Task From_a_session_to_coverage()
    {
        var app = chromium.Visit.App;
        var (house, requirement, course) = await app.WithDb(async db => (
            await db.Set<Establishment>().Where(e => e.Name == "L’Escale").Select(e => e.Id).SingleAsync(),
            await db.Subjects.Where(s => s.Kind == "requirement" && s.Title == "Cadre légal des peines").Select(s => s.Id).SingleAsync(),
            await db.Subjects.Where(s => s.Kind == "course" && s.Title == "Cadre légal des peines").Select(s => s.Id).SingleAsync()));
        var today = app.Services.GetRequiredService<BusinessDay>().Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        await chromium.Journey(Who.Direction, async visitor =>
        {
            var page = visitor.Page;
            await visitor.Go($"/formations/couverture/{house}/{requirement}");
            var before = await page.Locator("#personnes ~ .badge-state").InnerTextAsync();
            var lacking = page.Locator("tbody tr").Filter(new() { HasText = "À former" }).Filter(new() { HasText = "aucune" }).GetByRole(AriaRole.Link);
            var (first, second) = (await lacking.Nth(0).InnerTextAsync(), await lacking.Nth(1).InnerTextAsync());

            await visitor.Go($"/formations/sessions/nouvelle?formation={course}");
            await page.GetByLabel("Places", new() { Exact = true }).FillAsync("1");
            await page.GetByLabel("Effectif minimal").FillAsync("1");
            await page.GetByLabel("Date").First.FillAsync(today);
            await visitor.Press("Programmer la session", new Regex(@"/formations/sessions/\d+$"));
            var session = new Uri(page.Url).AbsolutePath;

            await visitor.Go($"{session}/inscriptions?etablissement={house}");
            await page.GetByRole(AriaRole.Checkbox, new() { Name = first }).CheckAsync();
            await visitor.Press("Inscrire les personnes cochées", new Regex(".*"));
            await visitor.Go($"{session}/inscriptions?etablissement={house}");
            await page.GetByRole(AriaRole.Checkbox, new() { Name = second }).CheckAsync();
            await visitor.Press("Inscrire les personnes cochées", new Regex(".*"));
            await visitor.Go($"{session}/inscriptions?etablissement={house}");
            await Assertions.Expect(Row(page, second)).ToContainTextAsync("liste d’attente");

            await Row(page, first).Locator("summary").ClickAsync();
            await Row(page, first).GetByRole(AriaRole.Button).ClickAsync();
            await Assertions.Expect(Row(page, first)).ToHaveCountAsync(0);
            await Assertions.Expect(Row(page, second)).Not.ToContainTextAsync("attente");

            await visitor.Go($"{session}/presences");
            foreach (var box in await page.GetByRole(AriaRole.Checkbox).AllAsync())
                await box.CheckAsync();
            await visitor.Press("Enregistrer les présences", new Regex(".*"));
            await visitor.Go($"{session}/cloture");
            await visitor.Press("Clore la session", new Regex($"{session}$"));

            await visitor.Go($"/formations/couverture/{house}/{requirement}");
            Assert.NotEqual(before, await page.Locator("#personnes ~ .badge-state").InnerTextAsync());
            await page.Locator("tbody").GetByRole(AriaRole.Link, new() { Name = second }).ClickAsync();
            await page.Locator("main a[href^='/formations/attestations/']").Filter(new() { HasText = "Cadre légal des peines" }).First.ClickAsync();
            await visitor.Follow("Certificat", new Regex(@"/imprimer$"));
            await Assertions.Expect(page.Locator("main")).ToContainTextAsync(second);
        });
    }

    private static ILocator Row(IPage page, string name) => page.Locator("section:has(#inscrits) li").Filter(new() { HasText = name });
}
