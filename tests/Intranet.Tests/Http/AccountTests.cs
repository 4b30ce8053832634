using System.Diagnostics;
using System.Net;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Tests.Http;

public sealed class AccountTests(IntranetApp app) : IClassFixture<IntranetApp>
{
    /// <summary>"At once" (rules.md), with a second for a slow machine.</summary>
    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(6);

    [Fact]
    public async Task A_disabled_account_is_cut_at_once()
    {
        var (browser, id) = await SignedIn("coupee@essai.passerelle", Roles.Staff);
        Assert.Equal(HttpStatusCode.OK, (await browser.Get("/partenaires")).Status);
        await Change(id, a => a.DisabledAt = new DateTime(2026, 1, 5, 0, 0, 0, DateTimeKind.Utc));
        await Soon(async () => (await browser.Get("/partenaires")).Status == HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_changed_role_is_felt_at_once()
    {
        var (browser, id) = await SignedIn("promue@essai.passerelle", Roles.Staff);
        Assert.Null((await browser.Get("/partenaires")).Document.QuerySelector("a[href='/partenaires/nouveau']"));
        await Change(id, a => a.Roles = Roles.Coordination);
        await Soon(async () => (await browser.Get("/partenaires")).Document.QuerySelector("a[href='/partenaires/nouveau']") is not null);
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account()
    {
        await app.AddAccount("bloquee@essai.passerelle", Roles.Staff);
        var browser = app.Anonymous();
        for (var attempt = 0; attempt < 5; attempt++)
            await Attempt(browser, "bloquee@essai.passerelle", "pas le bon mot");
        var answer = await Attempt(browser, "bloquee@essai.passerelle", IntranetApp.Password);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("bloqué", answer.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Attempts_are_counted_by_the_minute()
    {
        var strict = new IntranetApp("--Security:SignInAttemptsPerMinute", "3");
        await strict.InitializeAsync();
        var browser = strict.Anonymous();
        for (var attempt = 0; attempt < 3; attempt++)
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Attempt(browser, "personne", "pas le bon mot")).Status);
        var answer = await Attempt(browser, "personne", "pas le bon mot");
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.Status);
        Assert.Contains("Trop d’essais", answer.Main, StringComparison.Ordinal);
        await strict.DisposeAsync();
    }

    private static async Task<Page> Attempt(Browser browser, string name, string password)
        => await browser.Send(await browser.Get("/connexion"), [("Input.UserName", name), ("Input.Password", password)]);

    private async Task<(Browser Browser, int Id)> SignedIn(string name, Roles roles)
    {
        var id = await app.AddAccount(name, roles);
        var browser = app.Anonymous();
        await browser.SignIn(name, IntranetApp.Password);
        return (browser, id);
    }

    private Task Change(int id, Action<Account> change) => app.WithDb(async db =>
    {
        change(await db.Users.SingleAsync(a => a.Id == id));
        return await db.SaveChangesAsync();
    });

    private static async Task Soon(Func<Task<bool>> isSo)
    {
        var watch = Stopwatch.StartNew();
        while (!await isSo())
        {
            Assert.True(watch.Elapsed < AtOnce, $"Still not so after {watch.Elapsed.TotalSeconds:F1} s.");
            await Task.Delay(200);
        }
    }
}
