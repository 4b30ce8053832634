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

    /// <summary>Of every application under test, before its own.</summary>
    internal static readonly string[] Settings =
    [
        "--environment", "Testing",
        "--urls", "http://127.0.0.1:0",
        "--Demo:Enabled", "false",
        "--Jobs:Enabled", "false",
        "--Security:SignInAttemptsPerMinute", "100000",
    ];

    // The accounts have one password: it is hashed once.
    private static readonly Lazy<string> Hash = new(() => new PasswordHasher<Account>().HashPassword(new Account(), Password));

    private readonly WebApplication app;
    private readonly string[] settings;
    private int accounts;

    public IntranetApp()
        : this([])
    {
    }

    internal IntranetApp(params string[] settings)
    {
        this.settings = settings;
        app = AppHost.Build([.. Settings, "--App:Folder", Folder, .. SqlServer.Settings(), .. settings]);
    }

    /// <summary>Writes its schema and loads its demo itself, instead of starting on a copy.</summary>
    internal bool IsFirst { get; init; }

    /// <summary>Folder of the database, keys, mails and files of this application.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("passerelle-tests-").FullName;

    public IServiceProvider Services => app.Services;

    /// <summary>Where it listens.</summary>
    public string Address => app.Urls.First();

    public async Task InitializeAsync()
    {
        if (!IsFirst)
            await Prepared.CopyAsync(settings, Folder);
        await app.StartPreparedAsync(CancellationToken.None);
    }

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
        account.PasswordHash = Hash.Value;
        var result = await manager.CreateAsync(account);
        Assert.True(result.Succeeded, string.Join(' ', result.Errors.Select(e => e.Description)));
        return account.Id;
    }
}
