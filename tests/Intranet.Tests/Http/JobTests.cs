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
