using System.Diagnostics;
using Intranet.Host.Hosting;
using Intranet.Shared;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Intranet.Benchmarks;

/// <summary>
/// The day's run of the reminders over a house many times the size of the demo, every rule on: the first run, which tells
/// everything at once, then a second, which finds nothing new.
/// </summary>
internal static class DayOfReminders
{
    /// <summary>What rules are about; the size that the benchmark is known by.</summary>
    private static readonly string[] Candidates = ["contacts_partners", "contacts_posts", "contacts_staff", "conventions_conventions", "conventions_commitments", "meetings_meetings", "meetings_outcomes"];

    public static async Task RunAsync(int wanted)
    {
        var folder = Directory.CreateTempSubdirectory("passerelle-bench-").FullName;
        await using var app = AppHost.Build(["--environment", "Testing", "--urls", "http://127.0.0.1:0", "--App:Folder", folder, "--Demo:Enabled", "false", "--Jobs:Enabled", "false"]);
        try
        {
            await app.StartPreparedAsync(CancellationToken.None);
            await Demo.LoadAsync(app.Services, 1, CancellationToken.None);
            await MultiplyAsync(app, wanted);
            await MeasureRulesAsync(app);
            for (var run = 1; run <= 3; run++)
                await MeasureAsync(app, run);
        }
        finally
        {
            await app.StopAsync();
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task MultiplyAsync(WebApplication app, int wanted)
    {
        using var scope = app.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<IntranetDb>();
        var start = Stopwatch.GetTimestamp();
        var copies = wanted / await CountAsync(db);
        await new Multiplier(db).CopyAsync(copies);
        foreach (var rule in app.Services.GetServices<IReminderSource>().Select(s => s.Rule).Where(r => !r.OnAtFirst))
        {
            await db.Database.ExecuteSqlAsync($"INSERT INTO reminders_rules (Code, IsOn, Steps, EscalateAfter, CopiesSuperior) VALUES ({rule.Code}, 1, {string.Join(", ", rule.Steps)}, {rule.EscalateAfter}, 0)");
        }
        await db.LearnAsync(CancellationToken.None);
        Console.WriteLine(FormattableString.Invariant($"{await CountAsync(db)} candidates (the demo {copies + 1} times), filled in {Stopwatch.GetElapsedTime(start).TotalSeconds:F1} s, {Environment.ProcessorCount} processors, load {Load()}"));
    }

    /// <summary>Each rule alone, as far ahead as its first step.</summary>
    private static async Task MeasureRulesAsync(WebApplication app)
    {
        var today = app.Services.GetRequiredService<BusinessDay>().Today;
        foreach (var source in app.Services.GetServices<IReminderSource>())
        {
            using var scope = app.Services.CreateScope();
            var (count, start) = (0, Stopwatch.GetTimestamp());
            await foreach (var _ in source.DueAsync(scope.ServiceProvider.GetRequiredService<IntranetDb>(), today, today.AddDays(source.Rule.Steps.Max()), CancellationToken.None))
                count++;
            Console.WriteLine(FormattableString.Invariant($"  {source.Rule.Code,-24} {count,8} due {Stopwatch.GetElapsedTime(start).TotalMilliseconds,8:F0} ms"));
        }
    }

    private static async Task MeasureAsync(WebApplication app, int run)
    {
        using var scope = app.Services.CreateScope();
        var (process, start) = (Process.GetCurrentProcess(), Stopwatch.GetTimestamp());
        var before = process.TotalProcessorTime;
        var told = await scope.ServiceProvider.GetRequiredService<IReminderRun>().RunAsync(app.Services.GetRequiredService<BusinessDay>().Today, dryRun: false, CancellationToken.None);
        process.Refresh();
        Console.WriteLine(FormattableString.Invariant($"run {run}: {Stopwatch.GetElapsedTime(start).TotalSeconds:F1} s, {(process.TotalProcessorTime - before).TotalSeconds:F1} s of processor, {told.Count} told, {GC.GetTotalMemory(false) >> 20} MB, load {Load()}"));
    }

    private static async Task<int> CountAsync(IntranetDb db)
    {
        var sum = string.Join(" + ", Candidates.Select(t => $"(SELECT COUNT(*) FROM {t})"));
#pragma warning disable EF1002 // Names of tables, from this file.
        return await db.Database.SqlQueryRaw<int>($"SELECT {sum} AS Value").SingleAsync();
#pragma warning restore EF1002
    }

    private static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";
}
