using System.Net;
using Intranet.Shared;
using Intranet.Tests.Http;

namespace Intranet.Tests.Walk;

/// <summary>The application with the demo in it, one person of each role in the same scope, records inside and outside that scope.</summary>
public sealed class Visit : IAsyncLifetime
{
    private readonly IntranetApp app = new("--Demo:Enabled", "true", "--Profiling:Everyone", "true");
    private readonly Dictionary<Who, Browser> people = [];
    private int inside, outside;

    internal IntranetApp App => app;
    internal IReadOnlyList<Route> Routes { get; private set; } = [];
    internal IReadOnlyDictionary<string, int> Inside { get; private set; } = new Dictionary<string, int>();
    internal IReadOnlyDictionary<string, int> Outside { get; private set; } = new Dictionary<string, int>();
    internal static IReadOnlyList<Who> SignedIn { get; } = [Who.Staff, Who.Coordination, Who.Direction, Who.Administration];

    public async Task InitializeAsync()
    {
        await app.InitializeAsync();
        Routes = await RoutingTable.ReadAsync(app.Services);
        inside = await app.Add(new Intranet.Contacts.Pole("Pôle de la visite"));
        outside = await app.Add(new Intranet.Contacts.Pole("Pôle d’ailleurs"));
        Inside = await FreshAsync();
        Outside = await Records.AddAsync(app, outside);
        people[Who.Strangers] = app.Anonymous();
        foreach (var role in SignedIn)
            people[role] = await SignInAsync(role);
    }

    public Task DisposeAsync() => app.DisposeAsync();

    internal Route RouteOf(Door door) => Routes.First(r => r.Key == door.Key);

    internal Browser As(Who role) => people[role];

    /// <summary>Records inside the scope that no other test has touched.</summary>
    internal Task<Dictionary<string, int>> FreshAsync() => Records.AddAsync(app, inside);

    /// <summary>Sends an empty form, with the token that the person's pages carry.</summary>
    internal async Task<HttpResponseMessage> SendAsync(Who role, string address, string handler, bool withToken = true)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, With(address, handler)) { Content = new FormUrlEncodedContent([]) };
        if (withToken)
            request.Headers.Add("RequestVerificationToken", await TokenAsync(role));
        return await As(role).Client.SendAsync(request);
    }

    private async Task<string> TokenAsync(Who role)
    {
        var address = role == Who.Strangers ? "/connexion" : "/filtres";
        var page = await As(role).Get(address);
        if (page.Status == HttpStatusCode.Redirect)
        {
            people[role] = await SignInAsync(role);
            page = await As(role).Get(address);
        }
        return page.Document.QuerySelector("meta[name=request-token]")?.GetAttribute("content") ?? throw new InvalidOperationException($"{address} carries no token ({(int)page.Status}).");
    }

    private Task<Browser> SignInAsync(Who role) => app.SignedIn(role switch
    {
        Who.Staff => Roles.Staff,
        Who.Coordination => Roles.Coordination,
        Who.Direction => Roles.Direction,
        _ => Roles.Administration,
    }, seesAll: false, inside);

    private static string With(string address, string handler)
        => handler.Length == 0 ? address : $"{address}{(address.Contains('?') ? '&' : '?')}handler={handler}";
}
