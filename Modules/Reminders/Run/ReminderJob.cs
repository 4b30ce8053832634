using Intranet.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Intranet.Reminders;

/// <summary>
/// At 6:00 in Paris, once at start to catch up, and again within ten minutes of anything saved, so that what was done leaves the inboxes
/// the same day. Running it once more changes nothing.
/// </summary>
internal sealed class ReminderJob(IServiceScopeFactory scopes, BusinessDay day) : IScheduledJob
{
    private (DateOnly Day, int Entry) last;

    public string Code => "reminders";
    public string Label => "Calcul des rappels";
    public string When => "Chaque jour à 6\u00a0h, puis dans les dix minutes qui suivent un changement";
    public string Cron => "0 0/10 6-20 * * ?";
    public bool AtStart => true;

    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        var now = (day.Today, await LastEntryAsync(cancellation));
        if (now == last)
            return "";
        var told = await OnceAsync(now.Today, cancellation);
        last = now;
        return told.Count == 0 ? "" : French.Count(told.Count, "rappel adressé", "rappels adressés");
    }

    /// <summary>The history's last line: it moves with whatever is saved, by whichever node.</summary>
    private async Task<int> LastEntryAsync(CancellationToken cancellation)
    {
        using var scope = scopes.CreateScope();
        return await scope.ServiceProvider.GetRequiredService<IntranetDb>().AuditEntries.MaxAsync(a => (int?)a.Id, cancellation) ?? 0;
    }

    // Another node may have told the same thing in the same second: the unique key refuses, and reading again finds nothing left to tell.
    private async Task<IReadOnlyList<ReminderLine>> OnceAsync(DateOnly today, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            using var scope = scopes.CreateScope();
            try
            {
                return await scope.ServiceProvider.GetRequiredService<IReminderRun>().RunAsync(today, dryRun: false, cancellation);
            }
            catch (DbUpdateException) when (attempt < 3)
            {
                await Task.Delay(TimeSpan.FromSeconds(attempt), cancellation);
            }
        }
    }
}
