using Intranet.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Intranet.Reminders;

/// <summary>Each morning at 6:00 in Paris, and once at start to catch up.</summary>
internal sealed class ReminderJob(IServiceScopeFactory scopes, BusinessDay day) : IScheduledJob
{
    public string Code => "reminders";
    public string Label => "Calcul des rappels";
    public string Cron => "0 0 6 * * ?";
    public bool AtStart => true;

    public async Task<string> RunAsync(CancellationToken cancellation) => $"{(await OnceAsync(cancellation)).Count} told";

    // Another node may have told the same thing in the same second: the unique key refuses, and reading again finds nothing left to tell.
    private async Task<IReadOnlyList<ReminderLine>> OnceAsync(CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            using var scope = scopes.CreateScope();
            try
            {
                return await scope.ServiceProvider.GetRequiredService<IReminderRun>().RunAsync(day.Today, dryRun: false, cancellation);
            }
            catch (DbUpdateException) when (attempt < 3)
            {
                await Task.Delay(TimeSpan.FromSeconds(attempt), cancellation);
            }
        }
    }
}
