using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Intranet.BrowserTests.Screens;

internal sealed class ImportScreen(Visitor visitor)
{
    /// <summary>From the list of imports to the last step, with what the wizard proposes; every step is looked at.</summary>
    /// <param name="label">What the file contains, as the wizard says it.</param>
    public async Task Import(string label, string fileName, string text)
    {
        await visitor.Go("/imports");
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Importer un fichier" }).First.ClickAsync();
        await visitor.Arrives(new Regex("/imports/nouveau$"));
        await visitor.Page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = fileName, MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(text) });
        await visitor.Page.GetByRole(AriaRole.Radio, new() { NameRegex = new Regex($"^{Regex.Escape(label)}") }).CheckAsync();
        await visitor.Press("Lire le fichier", new Regex("/colonnes$"));
        await visitor.Press("Vérifier les lignes", new Regex("/verification$"));
        await visitor.Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Importer les? ") }).ClickAsync();
        await visitor.Arrives(new Regex("/imports/[0-9]+$"));
        await Assertions.Expect(visitor.Page.Locator(".wizard-steps li.is-done")).ToHaveCountAsync(4);
    }
}
