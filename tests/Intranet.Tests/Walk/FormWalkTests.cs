using System.Net;

namespace Intranet.Tests.Walk;

/// <summary>Every form × handler × role, over HTTP: who may send it, and nobody without its token.</summary>
public sealed class FormWalkTests(Visit visit) : IClassFixture<Visit>
{
    public static TheoryData<string> All => [.. Doors.All.Select(d => d.Address)];
    public static TheoryData<string> WithForm => [.. Doors.All.Where(d => d.Write != Who.Nobody).Select(d => d.Address)];

    [Theory, MemberData(nameof(WithForm))]
    public async Task Only_writers_send_its_forms(string address)
    {
        var door = Doors.At(address);
        foreach (var handler in visit.RouteOf(door).Handlers)
        {
            foreach (var role in Visit.SignedIn.Where(r => !door.WriteTo(handler).HasFlag(r) && door.Write != Who.Strangers))
            {
                var answer = await visit.SendAsync(role, door.Of(visit.Inside), handler);
                var expected = door.Read.HasFlag(role) ? 403 : door.Refuses;
                var isNowhere = handler.Length > 0 && answer.StatusCode == HttpStatusCode.NotFound;
                Assert.True((int)answer.StatusCode == expected || isNowhere, $"{role} sends {door} {handler}: {(int)answer.StatusCode}, expected {expected}.");
            }
        }
    }

    [Theory, MemberData(nameof(WithForm))]
    public async Task Writers_may_send_its_forms(string address)
    {
        var door = Doors.At(address);
        foreach (var handler in visit.RouteOf(door).Handlers)
        {
            foreach (var role in Visit.SignedIn.Prepend(Who.Strangers).Where(r => door.WriteTo(handler).HasFlag(r)))
            {
                var answer = await visit.SendAsync(role, door.Of(await visit.FreshAsync()), handler);
                var status = (int)answer.StatusCode;
                var refused = (status is 400 or 401 or 403 or 404 or 405 or >= 500) && status != door.Empty && status != door.Answers && (status != 404 || handler.Length == 0);
                Assert.False(refused, $"{role} sends {door} {handler}: {status}.");
            }
        }
    }

    [Theory, MemberData(nameof(WithForm))]
    public async Task A_form_without_its_token_is_refused(string address)
    {
        var door = Doors.At(address);
        var role = Visit.SignedIn.Prepend(Who.Strangers).First(r => door.Write.HasFlag(r));
        foreach (var handler in visit.RouteOf(door).Handlers.Where(_ => !address.StartsWith("/erreur/", StringComparison.Ordinal)))
        {
            var answer = await visit.SendAsync(role, door.Of(visit.Inside), handler, withToken: false);
            Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{door} {handler} without a token: {(int)answer.StatusCode}, expected 400.");
        }
    }

    [Theory, MemberData(nameof(All))]
    public async Task A_method_that_a_page_has_no_handler_for_is_refused(string address)
    {
        var door = Doors.At(address);
        foreach (var role in Visit.SignedIn.Where(r => door.Read.HasFlag(r) && door.Write == Who.Nobody && !address.StartsWith("/healthz", StringComparison.Ordinal)))
            Assert.Equal(HttpStatusCode.MethodNotAllowed, (await visit.SendAsync(role, door.Of(visit.Inside), "")).StatusCode);
    }
}
