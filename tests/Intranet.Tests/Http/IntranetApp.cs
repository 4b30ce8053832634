using Intranet.Contacts;
using Intranet.Host.Hosting;
using Intranet.Shared;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Intranet.Tests.Http;

/// <summary>
/// The real application on a real SQLite file in a folder of its own, empty but for the reference lists. A class of tests shares one
/// (<c>IClassFixture&lt;IntranetApp&gt;</c>); each test adds what it needs and never counts what others may add.
/// </summary>
public sealed class IntranetApp : IAsyncLifetime
{
    public const string Password = "Passerelle-2026";

    private readonly WebApplication app;
    private int accounts;

    public IntranetApp()
        : this([])
    {
    }

    internal IntranetApp(params string[] settings) => app = AppHost.Build(
    [
        "--environment", "Testing",
        "--urls", "http://127.0.0.1:0",
        "--App:Folder", Folder,
        "--Demo:Enabled", "false",
        "--Jobs:Enabled", "false",
        "--Security:SignInAttemptsPerMinute", "100000",
        .. SqlServer.Settings(),
        .. settings,
    ]);

    /// <summary>Folder of the database, keys, mails and files of this application.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("passerelle-tests-").FullName;

    public IServiceProvider Services => app.Services;

    /// <summary>Where it listens.</summary>
    public string Address => app.Urls.First();

    public Task InitializeAsync() => app.StartPreparedAsync(CancellationToken.None);

    public async Task DisposeAsync()
    {
        await app.StopAsync();
        await WithDb(db => db.Database.EnsureDeletedAsync());
        await app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>Runs something on a fresh context.</summary>
    public async Task<T> WithDb<T>(Func<IntranetDb, Task<T>> work)
    {
        using var scope = Services.CreateScope();
        return await work(scope.ServiceProvider.GetRequiredService<IntranetDb>());
    }

    /// <summary>Adds a record and answers its id.</summary>
    public Task<int> Add(AggregateRoot record) => WithDb(async db =>
    {
        db.Add(record);
        await db.SaveChangesAsync();
        return record.Id;
    });

    /// <summary>A partner of this kind ("spip", "court"…).</summary>
    public Task<int> AddPartner(string name, string kind = "association") => WithDb(async db =>
    {
        var partner = new Partner(name, db.Set<PartnerKind>().Single(k => k.Code == kind).Id);
        db.Add(partner);
        await db.SaveChangesAsync();
        return partner.Id;
    });

    /// <summary>An establishment, with its pole when one is given.</summary>
    public Task<int> AddEstablishment(string name, int? poleId = null) => Add(new Establishment(name, "CHRS", poleId));

    /// <summary>Nobody signed in; cookies kept, redirects not followed.</summary>
    public Browser Anonymous() => new(new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new() }) { BaseAddress = new Uri(Address) });

    /// <summary>A new account with these roles and scope, signed in.</summary>
    public async Task<Browser> SignedIn(Roles roles, bool seesAll = true, params int[] scope)
    {
        var name = $"compte-{Interlocked.Increment(ref accounts)}@essai.passerelle";
        await AddAccount(name, roles, seesAll, scope);
        var browser = Anonymous();
        await browser.SignIn(name, Password);
        return browser;
    }

    /// <summary>A new account; answers its id.</summary>
    public async Task<int> AddAccount(string name, Roles roles, bool seesAll = true, params int[] scope)
    {
        using var services = Services.CreateScope();
        var manager = services.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var account = new Account { UserName = name, Email = name, DisplayName = "Camille Essai", Function = "Compte d’essai", Roles = roles, SeesAll = seesAll };
        foreach (var subject in scope)
            account.Scopes.Add(new AccountScope { SubjectId = subject });
        var result = await manager.CreateAsync(account, Password);
        Assert.True(result.Succeeded, string.Join(' ', result.Errors.Select(e => e.Description)));
        return account.Id;
    }
}
