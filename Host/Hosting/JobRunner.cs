using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Host.Hosting;

/// <summary>Runs a job and writes down what it did or why it failed; a run that found nothing to do is only remembered by this process.</summary>
internal sealed partial class JobRunner(IEnumerable<IScheduledJob> jobs, IServiceScopeFactory scopes, TimeProvider clock, ILogger<JobRunner> log)
{
    /// <summary>Days for which runs are kept.</summary>
    private const int Kept = 90;

    private readonly ConcurrentDictionary<string, DateTime> seen = new();

    public IReadOnlyList<IScheduledJob> Jobs { get; } = [.. jobs];

    /// <summary>When this process last ran the job, whether or not there was something to do; UTC.</summary>
    public DateTime? LastSeen(string code) => seen.TryGetValue(code, out var at) ? at : null;

    public async Task RunAsync(string? code, CancellationToken cancellation)
    {
        if (Jobs.FirstOrDefault(j => j.Code == code) is not { } job)
            return;
        var (started, watch) = (clock.GetUtcNow().UtcDateTime, Stopwatch.StartNew());
        var (result, error) = ("", "");
        try
        {
            result = await job.RunAsync(cancellation);
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            log.LogError(e, "Job {Job} failed", job.Code);
            error = $"{e.GetBaseException().GetType().Name}: {Address().Replace(e.GetBaseException().Message, "…@…")}";
        }
        seen[job.Code] = started;
        if (result.Length + error.Length == 0)
            return;
        if (result.Length > 0)
            log.LogInformation("Job {Job}: {Result}", job.Code, result);
        await WriteAsync(new JobRun(job.Code, started, watch.Elapsed, result, error));
    }

    // Not the job's token: what was done must be written down, even while the program stops.
    private async Task WriteAsync(JobRun run)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IntranetDb>();
        db.Add(run);
        await db.SaveChangesAsync(CancellationToken.None);
        var before = run.StartedAt.AddDays(-Kept);
        await db.Set<JobRun>().Where(r => r.Code == run.Code && r.StartedAt < before).ExecuteDeleteAsync(CancellationToken.None);
    }

    [GeneratedRegex(@"\S+@\S+", RegexOptions.None, 1000)]
    private static partial Regex Address();
}

/// <summary>What administrators may ask of the clock.</summary>
internal interface IJobClock
{
    /// <summary>When the job runs next, UTC; null when no clock runs here.</summary>
    Task<DateTime?> NextAsync(string code, CancellationToken cancellation);

    /// <summary>Runs it as soon as possible, after the run that is going on.</summary>
    Task RunNowAsync(string code, CancellationToken cancellation);
}

/// <summary>No clock, as in tests: what is asked for is done at once.</summary>
internal sealed class NoClock(JobRunner runner) : IJobClock
{
    public Task<DateTime?> NextAsync(string code, CancellationToken cancellation) => Task.FromResult<DateTime?>(null);

    public Task RunNowAsync(string code, CancellationToken cancellation) => runner.RunAsync(code, cancellation);
}
