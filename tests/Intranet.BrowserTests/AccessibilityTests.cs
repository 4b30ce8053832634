using Intranet.Tests;
using Intranet.Tests.Walk;
using Microsoft.Playwright;

namespace Intranet.BrowserTests;

/// <summary>axe on every page of the routing table, as a role that may open it; in two parts, each with a browser and an application of its own, side by side.</summary>
[Collection(InChromium.Name)]
public sealed class AccessibilityTests(Chromium chromium)
{
    public static TheoryData<string> Some => PageLook.Part(0, 2);

    [Theory, MemberData(nameof(Some))]
    public Task A_page_is_for_everyone(string address) => new PageLook(chromium).IsForEveryone(address);

    public static TheoryData<string> Pages => [.. PageLook.Pages];

    /// <summary>Every page at every width, in both lights, with its menus and details open.</summary>
    [Theory, MemberData(nameof(Pages)), Trait("Category", "Long")]
    public Task A_page_is_for_everyone_at_any_width(string address) => new PageLook(chromium).IsForEveryoneAtAnyWidth(address);
}

/// <summary>The other pages: more of them, since the journeys run with the first.</summary>
[Collection(InAnotherChromium.Name)]
public sealed class MoreAccessibilityTests(Chromium chromium)
{
    public static TheoryData<string> Others => PageLook.Part(2, 5);

    [Theory, MemberData(nameof(Others))]
    public Task A_page_is_for_everyone(string address) => new PageLook(chromium).IsForEveryone(address);
}

/// <summary>How a page is looked at.</summary>
internal sealed class PageLook(Chromium chromium)
{
    /// <summary>Parts that a page asks for and files, never seen as a page.</summary>
    private static readonly string[] Fragments = ["/personnes/choix", "/partenaires/choix", "/fichiers/{}", "/formations/attestations/{}/justificatif/{}", "/appuis/{}/pieces/{}"];

    public static IEnumerable<string> Pages => Doors.All.Where(d => d.Read != Who.Nobody && d.Answers != 302 && d.IsPage && !Fragments.Contains(d.Key)).Select(d => d.Address);

    /// <summary>Of five pages, those from one rank to another.</summary>
    public static TheoryData<string> Part(int from, int to) => [.. Pages.Where((_, i) => i % 5 >= from && i % 5 < to)];

    /// <summary>
    /// One page in two light on a desk, the others dark on a phone, each as narrow as WCAG asks (320 px) for a moment; axe speaks at the end
    /// of each visit. The long sweep sees every page every way.
    /// </summary>
    public Task IsForEveryone(string address)
    {
        var look = address.Length % 2 == 0 ? Look.Desk : new Look(390, 844, Dark: true);
        return See(address, look, async visitor =>
        {
            await visitor.Page.SetViewportSizeAsync(320, 640);
            Assert.False(await visitor.ScrollsSideways(), $"{visitor.Page.Url} scrolls sideways at 320 px: {await visitor.Widest()}");
            await visitor.Page.SetViewportSizeAsync(look.Width, look.Height);
        });
    }

    public async Task IsForEveryoneAtAnyWidth(string address)
    {
        foreach (var width in (int[])[320, 390, 768, 1024, 1440])
        {
            foreach (var dark in (bool[])[false, true])
            {
                await See(address, new Look(width, 900, dark), async visitor =>
                {
                    Assert.False(await visitor.ScrollsSideways(), $"{visitor.Page.Url} scrolls sideways at {width} px.");
                    Faults.None(await visitor.Violations());
                    await visitor.Page.EvaluateAsync("document.querySelectorAll('main details').forEach(d => d.open = true)");
                });
            }
        }
    }

    private Task See(string address, Look look, Func<Visitor, Task> check)
    {
        var door = Doors.At(address);
        var role = Visit.SignedIn.Skip(1).Prepend(Who.Strangers).LastOrDefault(r => door.Read.HasFlag(r) && (r != Who.Strangers || door.Read == Who.Strangers), Who.Staff);
        if (door.Read.HasFlag(Who.Coordination))
            role = Who.Coordination;
        return chromium.LookAt(role, async visitor =>
        {
            Assert.Equal(door.Answers, await visitor.Go(door.Of(chromium.Visit.Inside)));
            await check(visitor);
        }, look);
    }
}
