using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Intranet.Tests;
using Microsoft.Playwright;

namespace Intranet.BrowserTests;

/// <summary>Somebody in front of a screen.</summary>
internal sealed class Visitor : IAsyncDisposable
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>
    /// Only violations are asked for: the rest takes as long to draw up. On a phone a form's buttons stick to the bottom of the screen, over
    /// boxes that a scroll uncovers; axe sees only one scroll and would call these boxes too small. They are looked at where they stand in
    /// the page (a style sheet made by script: the CSP stays).
    /// </summary>
    private const string Inspect = """
        async () => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync('.form-actions { position: static !important }');
          document.adoptedStyleSheets.push(sheet);
          const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
          const result = await axe.run({ resultTypes: ['violations'], runOnly: { type: 'tag', values: tags } });
          return result.violations.flatMap(rule => rule.nodes.map(node => `${rule.id} (${rule.help}) ${node.html}`));
        }
        """;

    public Visitor(IPage page)
    {
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && message.Location.Contains("://", StringComparison.Ordinal) && !IsExpected(message.Text))
                ConsoleErrors.Add($"{page.Url}: {message.Text}");
        };
        page.PageError += (_, error) => ConsoleErrors.Add($"{page.Url}: {error}");
    }

    public IPage Page { get; }

    public List<string> ConsoleErrors { get; } = [];

    /// <summary>Opens an address and waits until it is drawn; answers the status.</summary>
    public async Task<int> Go(string address) => (await Page.GotoAsync(address))?.Status ?? 0;

    /// <summary>Follows the first link of that name, then looks at the page.</summary>
    public async Task Follow(string link, Regex address)
    {
        await Page.GetByRole(AriaRole.Link, new() { Name = link }).First.ClickAsync();
        await Arrives(address);
    }

    /// <summary>Presses the button of that name, then looks at the page.</summary>
    public async Task Press(string button, Regex address)
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
        await Arrives(address);
    }

    /// <summary>Waits for the page, on which axe must find nothing.</summary>
    public async Task Arrives(Regex address)
    {
        await Page.WaitForURLAsync(address);
        Faults.None(await Violations());
    }

    /// <summary>What axe finds on the page as it stands, one line a node.</summary>
    public async Task<IReadOnlyList<string>> Violations()
    {
        await Page.EvaluateAsync(Axe);
        return [.. (await Page.EvaluateAsync<string[]>(Inspect)).Select(fault => $"{Page.Url}: {fault}")];
    }

    /// <summary>True when the page is wider than the screen.</summary>
    public Task<bool> ScrollsSideways() => Page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth");

    /// <summary>The element that reaches furthest to the right, to tell what is too wide.</summary>
    public Task<string> Widest() => Page.EvaluateAsync<string>("[...document.body.querySelectorAll('*')].sort((a, b) => b.getBoundingClientRect().right - a.getBoundingClientRect().right)[0].outerHTML.slice(0, 200)");

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();

    /// <summary>The browser itself notes every form that comes back filled (422) or page refused; these are answers, not errors.</summary>
    private static bool IsExpected(string text) => text.Contains("the server responded with a status of 4", StringComparison.Ordinal);
}
