using System.Net;
using System.Text.RegularExpressions;
using Intranet.Host.Hosting;
using Intranet.Shared;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Intranet.Benchmarks;

/// <summary>The real application and the bare one on the same database, in a folder of their own, with the coordinator signed in.</summary>
internal sealed partial class House : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("passerelle-bench-").FullName;
    private readonly WebApplication app;
    private WebApplication bare = null!;

    public House() => app = AppHost.Build(["--environment", "Testing", "--urls", "http://127.0.0.1:0", "--App:Folder", folder, "--Demo:Enabled", "false", "--Jobs:Enabled", "false"]);

    /// <summary>The page that others are compared with.</summary>
    public Target Bare { get; private set; } = null!;

    public IReadOnlyList<Target> Pages { get; private set; } = [];

    /// <summary>Loads so many copies of the demo, then starts both.</summary>
    public async Task<TimeSpan> StartAsync(int scale)
    {
        await app.StartPreparedAsync(CancellationToken.None);
        var start = TimeProvider.System.GetTimestamp();
        await Demo.LoadAsync(app.Services, scale, CancellationToken.None);
        var loaded = TimeProvider.System.GetElapsedTime(start);
        bare = await BareApp.StartAsync(app.Services.GetRequiredService<AppFolder>(), app.Services.GetRequiredService<BusinessDay>());

        var (server, cookies) = (new Uri(app.Urls.First()), new CookieContainer());
        using var client = new HttpClient(new HttpClientHandler { CookieContainer = cookies }) { BaseAddress = server };
        await SignInAsync(client);
        var partner = await FirstAsync(client, "/partenaires");
        var convention = await FirstAsync(client, "/conventions");
        string[] paths = ["/", "/partenaires", partner, "/conventions", convention, "/rappels", "/recherche?q=bobigny", "/personnes"];
        Pages = [.. paths.Select(p => new Target(Digits().Replace(p, "{id}"), server, p, cookies.GetCookieHeader(server)))];

        var other = new Uri(bare.Urls.First());
        await client.GetAsync(new Uri(other, "/in"));
        Bare = new Target("bare page", other, "/nu", cookies.GetCookieHeader(other));
        return loaded;
    }

    public async ValueTask DisposeAsync()
    {
        await bare.DisposeAsync();
        await app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private static async Task SignInAsync(HttpClient client)
    {
        var page = await client.GetStringAsync("/connexion");
        var token = Token().Match(page).Groups[1].Value;
        var answer = await client.PostAsync("/connexion", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["Input.UserName"] = "coordinateur@demo.passerelle",
            ["Input.Password"] = Demo.Password,
            ["__RequestVerificationToken"] = token,
        }));
        if (answer.RequestMessage!.RequestUri!.AbsolutePath != "/")
            throw new InvalidOperationException($"Signing in led to {answer.RequestMessage.RequestUri}.");
    }

    /// <summary>The first record that a list links to.</summary>
    private static async Task<string> FirstAsync(HttpClient client, string list)
        => Regex.Match(await client.GetStringAsync(list), $"\"({list}/\\d+)\"", RegexOptions.None, TimeSpan.FromSeconds(1)) is { Success: true } match
            ? match.Groups[1].Value
            : throw new InvalidOperationException($"{list} links to no record.");

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]* value=\"([^\"]+)\"", RegexOptions.None, 1000)]
    private static partial Regex Token();

    [GeneratedRegex(@"\d+$", RegexOptions.None, 1000)]
    private static partial Regex Digits();
}
