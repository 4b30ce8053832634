using Intranet.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Intranet.Reminders;

/// <summary>
/// Computes the day, from 6:00 in Paris and once at start to catch up, then writes the letters of the day in office hours; again each
/// quarter of an hour, so that what was done leaves the inboxes and what is done is not written. Running it once more changes nothing.
/// </summary>
internal sealed class ReminderJob(IServiceScopeFactory scopes, BusinessDay day) : IScheduledJob
{
    public string Code => "reminders";
    public string Label => "Rappels et lettres de rappels";
    public string When => "De 6\u00a0h à 21\u00a0h, tous les quarts d’heure ; les lettres de 8\u00a0h à 18\u00a0h, les jours ouvrés";
    public string Cron => "0 0/15 6-20 * * ?";
    public bool AtStart => true;

    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        var told = (await OnceAsync(cancellation)).Count;
        await using var scope = scopes.CreateAsyncScope();
        var written = await scope.ServiceProvider.GetRequiredService<LetterRun>().RunAsync(cancellation);
        List<string> done = [];
        if (told > 0)
            done.Add(French.Count(told, "rappel adressé", "rappels adressés"));
        if (written > 0)
            done.Add(French.Count(written, "lettre écrite", "lettres écrites"));
        return string.Join(", ", done);
    }

    // Somebody may have answered, or another node told the same thing, in the same second: the save is refused, and reading again settles it.
    private async Task<IReadOnlyList<ReminderLine>> OnceAsync(CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var scope = scopes.CreateAsyncScope();
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
