using System.Net;

namespace Intranet.Tests.Walk;

/// <summary>Every address × role × scope, over HTTP; <see cref="FormWalkTests"/> sends its forms.</summary>
public sealed class WalkTests(Visit visit) : IClassFixture<Visit>
{
    public static TheoryData<string> All => [.. Doors.All.Select(d => d.Address)];
    public static TheoryData<string> WithRecord => [.. Doors.All.Where(d => d.HasRecord).Select(d => d.Address)];

    [Fact]
    public void Every_endpoint_has_its_line_and_every_line_its_endpoint()
    {
        var doors = Doors.All.ToLookup(d => d.Key);
        Faults.None([
            .. visit.Routes.Where(r => !doors.Contains(r.Key)).Select(r => $"Doors.cs lacks: {r.Proposal}"),
            .. Doors.All.Where(d => visit.Routes.All(r => r.Key != d.Key)).Select(d => $"No endpoint answers {d.Address}"),
            .. Doors.All.Where(d => visit.Routes.Any(r => r.Key == d.Key && (r.Reads != (d.Read != Who.Nobody) || r.Writes != (d.Write != Who.Nobody))))
                .Select(d => $"{d.Address}: {(visit.RouteOf(d).Reads ? "reads" : "doesn’t read")}, {(visit.RouteOf(d).Writes ? "writes" : "doesn’t write")}; its line says otherwise"),
        ]);
    }

    [Theory, MemberData(nameof(All))]
    public async Task Strangers_are_sent_to_sign_in(string address)
    {
        var door = Doors.At(address);
        var stranger = visit.As(Who.Strangers);
        var target = door.Of(visit.Inside);
        if (!door.Read.HasFlag(Who.Strangers) && door.Read != Who.Nobody)
        {
            var page = await stranger.Get(target);
            Assert.Equal(HttpStatusCode.Redirect, page.Status);
            Assert.Contains("/connexion?retour=", page.RedirectsTo, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.GetFragment(target)).Status);
        }
        if (!door.Write.HasFlag(Who.Strangers) && door.Write != Who.Nobody)
        {
            var answer = await visit.SendAsync(Who.Strangers, target, "");
            Assert.Contains("/connexion?retour=", answer.Headers.Location?.OriginalString, StringComparison.Ordinal);
        }
    }

    [Theory, MemberData(nameof(All))]
    public async Task Readers_read_and_the_others_are_refused(string address)
    {
        var door = Doors.At(address);
        if (door.Read == Who.Nobody)
            return;
        foreach (var role in Visit.SignedIn.Where(_ => door.Read != Who.Strangers))
        {
            var page = await visit.As(role).Get(door.Of(visit.Inside));
            var expected = door.Read.HasFlag(role) ? door.Answers : door.Refuses;
            Assert.True((int)page.Status == expected, $"{role} opens {page.Address}: {(int)page.Status}, expected {expected}. {page.RedirectsTo}");
            Assert.DoesNotContain("/connexion", page.RedirectsTo ?? "", StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Out_of_scope_is_nowhere()
    {
        var faults = new List<string>();
        foreach (var door in Doors.All.Where(d => d.IsScoped))
        {
            foreach (var role in Visit.SignedIn.Where(r => door.Read.HasFlag(r)))
                Expect404((await visit.As(role).Get(door.Of(visit.Outside))).Status, $"{role} opens {door}");
            foreach (var role in Visit.SignedIn.Where(r => door.Write.HasFlag(r)))
            {
                foreach (var handler in visit.RouteOf(door).Handlers)
                    Expect404((await visit.SendAsync(role, door.Of(visit.Outside), handler)).StatusCode, $"{role} sends {door} {handler}");
            }
        }
        Faults.None(faults);

        void Expect404(HttpStatusCode status, string what)
        {
            if (status != HttpStatusCode.NotFound)
                faults.Add($"{what} out of scope: {(int)status}, expected 404.");
        }
    }

    [Theory, MemberData(nameof(WithRecord))]
    public async Task A_record_that_does_not_exist_is_not_found(string address)
    {
        var door = Doors.At(address);
        var nowhere = visit.Inside.ToDictionary(r => r.Key, _ => int.MaxValue);
        var role = Visit.SignedIn.First(r => door.Read.HasFlag(r) || door.Write.HasFlag(r));
        if (door.Read != Who.Nobody)
            Assert.Equal(HttpStatusCode.NotFound, (await visit.As(role).Get(door.Of(nowhere))).Status);
        role = Visit.SignedIn.FirstOrDefault(r => door.Write.HasFlag(r));
        foreach (var handler in visit.RouteOf(door).Handlers)
            Assert.Equal(HttpStatusCode.NotFound, (await visit.SendAsync(role, door.Of(nowhere), handler)).StatusCode);
    }

    [Theory, MemberData(nameof(All))]
    public async Task Each_answer_is_dressed_and_keeps_its_budget(string address)
    {
        var door = Doors.At(address);
        if (door.Read == Who.Nobody)
            return;
        var role = Visit.SignedIn.Append(Who.Strangers).Last(r => door.Read.HasFlag(r) && (r != Who.Strangers || door.Read == Who.Strangers));
        await visit.As(role).Get(door.Of(visit.Inside));
        var page = await visit.As(role).Get(door.Of(visit.Inside));

        Assert.Contains("default-src 'self'", page.Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", page.Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Equal("nosniff", page.Header("X-Content-Type-Options"));
        Assert.Equal("same-origin", page.Header("Referrer-Policy"));
        Assert.Contains("no-store", page.Header("Cache-Control"), StringComparison.Ordinal);
        Assert.Contains("HX-Request", page.Header("Vary"), StringComparison.Ordinal);
        Assert.DoesNotMatch("&#x(?!A0;|20[02].;|2[0267];|2B;)", page.Text);
        Assert.True(page.SqlCommands <= door.Budget, $"{page.Address} runs {page.SqlCommands} SQL commands, its budget is {door.Budget}.");
    }
}
