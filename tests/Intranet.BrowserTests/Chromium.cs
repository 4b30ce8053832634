using Intranet.Shared;
using Intranet.Tests;
using Intranet.Tests.Http;
using Intranet.Tests.Walk;
using Microsoft.Playwright;

namespace Intranet.BrowserTests;

/// <summary>One browser and one application, with the demo in it, for all the journeys.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Dictionary<Who, string> sessions = [];
    private readonly Dictionary<(Who, Look), Visitor> windows = [];
    private IPlaywright playwright = null!;
    private IBrowser browser = null!;

    internal Visit Visit { get; } = new();

    public async Task InitializeAsync()
    {
        await Visit.InitializeAsync();
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM_PATH") is { Length: > 0 } path ? path : "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    public async Task DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
        await Visit.DisposeAsync();
    }

    /// <summary>
    /// A journey, which always ends with: nothing logged as an error by the server, nothing in the browser's console, no accessibility
    /// violation on the page where it stops (axe itself is a script: without JavaScript it is left out).
    /// </summary>
    internal Task Journey(Who who, Func<Visitor, Task> walk, Look? look = null)
        => WalkAsync(who, walk, look ?? Look.Desk).WaitAsync(Patience);

    /// <summary>The same for a page that is only looked at, in a window kept from one to the next: styles and scripts are fetched once.</summary>
    internal Task LookAt(Who who, Func<Visitor, Task> check, Look look) => LookAsync(who, check, look).WaitAsync(Patience);

    private async Task WalkAsync(Who who, Func<Visitor, Task> walk, Look look)
    {
        await using var visitor = await Open(who, look);
        await CheckAsync(visitor, walk, look);
    }

    private async Task LookAsync(Who who, Func<Visitor, Task> check, Look look)
    {
        if (!windows.Remove((who, look), out var visitor))
            visitor = await Open(who, look);
        visitor.ConsoleErrors.Clear();
        await CheckAsync(visitor, check, look);
        // A window in which something went wrong is left aside.
        windows[(who, look)] = visitor;
    }

    private async Task CheckAsync(Visitor visitor, Func<Visitor, Task> walk, Look look)
    {
        var errors = new ServerLog(Visit.App.Folder);
        await walk(visitor);
        if (look.JavaScript)
            Faults.None(await visitor.Violations());
        Faults.None(visitor.ConsoleErrors);
        Faults.None(errors.Since());
    }

    private async Task<Visitor> Open(Who who, Look look)
    {
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = Visit.App.Address,
            Locale = "fr-FR",
            TimezoneId = "Europe/Paris",
            ViewportSize = new() { Width = look.Width, Height = look.Height },
            ColorScheme = look.Dark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
            JavaScriptEnabled = look.JavaScript,
            StorageState = who == Who.Strangers ? null : await SessionOf(who),
        });
        context.SetDefaultTimeout(15_000);
        return new Visitor(await context.NewPageAsync());
    }

    /// <summary>Signs in once a role; later contexts start from its cookies.</summary>
    private async Task<string> SessionOf(Who who)
    {
        if (sessions.TryGetValue(who, out var known))
            return known;
        await using var visitor = await Open(Who.Strangers, Look.Desk);
        await new Screens.SignInScreen(visitor).SignIn(await AccountOf(who));
        return sessions[who] = await visitor.Page.Context.StorageStateAsync();
    }

    private async Task<string> AccountOf(Who who)
    {
        if (who == Who.Coordination)
            return "coordinateur@demo.passerelle";
        var name = $"{who}@visite.passerelle".ToLowerInvariant();
        var roles = who switch { Who.Staff => Roles.Staff, Who.Direction => Roles.Direction, _ => Roles.Administration };
        await Visit.App.AddAccount(name, roles);
        return name;
    }
}

/// <summary>How the page is looked at.</summary>
internal sealed record Look(int Width, int Height, bool Dark = false, bool JavaScript = true)
{
    public static Look Desk { get; } = new(1440, 900);
    public static Look Phone { get; } = new(390, 844);
}

/// <summary>Tests that share one browser run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class InChromium : ICollectionFixture<Chromium>
{
    public const string Name = "Chromium";
}

/// <summary>A second browser, so that both processors work.</summary>
[CollectionDefinition(Name)]
public sealed class InAnotherChromium : ICollectionFixture<Chromium>
{
    public const string Name = "Another Chromium";
}
