using System.Net;
using Intranet.Host.Hosting;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Intranet.Tests.Http;

public sealed class JobTests(IntranetApp app) : IClassFixture<IntranetApp>
{
    [Fact]
    public async Task A_run_that_did_something_or_failed_is_written_down_without_addresses()
    {
        var job = new Once();
        var runner = new JobRunner([job], app.Services.GetRequiredService<IServiceScopeFactory>(), TimeProvider.System, NullLogger<JobRunner>.Instance);
        foreach (var act in (Func<string>[])[() => "", () => "3 choses faites", () => throw new InvalidOperationException("550 no such user rose@essai.passerelle")])
        {
            job.Act = act;
            await runner.RunAsync(job.Code, default);
        }
        var runs = await app.WithDb(db => db.Set<JobRun>().AsNoTracking().Where(r => r.Code == job.Code).OrderBy(r => r.Id).ToListAsync());
        Assert.Equal(["3 choses faites", ""], runs.Select(r => r.Result));
        Assert.Equal("InvalidOperationException: 550 no such user …@…", runs[1].Error);
        Assert.NotNull(runner.LastSeen(job.Code));
    }

    [Fact]
    public async Task Every_job_is_listed_in_french_and_runs_on_demand()
    {
        var admin = await app.SignedIn(Roles.Administration);
        var page = await admin.Get("/administration/taches");
        Assert.All(app.Services.GetServices<IScheduledJob>(), j => Assert.Contains(j.Label, page.Main, StringComparison.Ordinal));
        var before = app.Services.GetRequiredService<JobRunner>().LastSeen("reminders");
        await admin.SendAndFollow(page, [("code", "reminders")], "/administration/taches");
        Assert.NotEqual(before, app.Services.GetRequiredService<JobRunner>().LastSeen("reminders"));
        Assert.Equal(HttpStatusCode.NotFound, (await admin.Send(page, [("code", "inconnue")], "/administration/taches")).Status);
    }

    [Fact]
    public async Task A_mail_that_did_not_leave_is_a_failure_with_its_message_until_it_leaves()
    {
        using (var scope = app.Services.CreateScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<IntranetDb>();
            scope.ServiceProvider.GetRequiredService<IMailbox>().Queue(new OutgoingMail("tache@essai.passerelle", "Camille", "Essai", ["Bonjour."]) { IsSecret = true });
            await db.SaveChangesAsync();
        }
        var admin = await app.SignedIn(Roles.Administration);
        var mails = Path.Combine(app.Folder, "mail");
        Directory.Move(mails, mails + "-away");
        await File.WriteAllTextAsync(mails, "");
        await admin.SendAndFollow(await admin.Get("/administration/taches"), [("code", "mail")], "/administration/taches");
        File.Delete(mails);
        Directory.Move(mails + "-away", mails);
        var run = await app.WithDb(db => db.Set<JobRun>().AsNoTracking().Where(r => r.Code == "mail").OrderBy(r => r.Id).LastAsync());
        Assert.StartsWith("InvalidOperationException: Delivered: 0; not delivered: 1, the last one because: ", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain('@', run.Error.Replace("…@…", "", StringComparison.Ordinal));
        var page = await admin.Get("/administration/taches");
        Assert.Contains("Échec", page.Main, StringComparison.Ordinal);
        Assert.Contains("not delivered: 1", page.Main, StringComparison.Ordinal);
    }

    private sealed class Once : IScheduledJob
    {
        public Func<string> Act { get; set; } = () => "";
        public string Code => "essai";
        public string Label => "Essai";
        public string When => "Jamais";
        public string Cron => "0 0 0 1 1 ?";
        public bool AtStart => false;

        public Task<string> RunAsync(CancellationToken cancellation) => Task.FromResult(Act());
    }
}
