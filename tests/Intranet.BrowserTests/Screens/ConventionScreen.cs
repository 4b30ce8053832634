using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Intranet.BrowserTests.Screens;

/// <summary>The form of a convention, once its partner is chosen.</summary>
internal sealed class ConventionScreen(IPage page)
{
    /// <summary>Fills what a convention needs, with the first establishment that is offered.</summary>
    public async Task Fill(string title, DateOnly start, DateOnly end)
    {
        await page.GetByLabel("Intitulé").FillAsync(title);
        await page.Locator("#Input_KindId").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await page.GetByRole(AriaRole.Group, new() { Name = "Nos établissements" }).GetByRole(AriaRole.Checkbox).First.CheckAsync();
        await Date("Début", start);
        await Date("Fin", end);
    }

    public Task Date(string label, DateOnly day)
        => page.GetByLabel(new Regex($"^{label}")).FillAsync(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
}
