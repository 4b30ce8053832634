using Intranet.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Intranet.Conventions;

/// <summary>
/// Each morning, and once at start to catch up: writes in the history the tacit renewals that took place. They take place by
/// themselves, computed on reading; without this job states and deadlines are the same and only the history is silent.
/// </summary>
internal sealed class TacitRenewals(IServiceScopeFactory scopes, BusinessDay day) : IScheduledJob
{
    public string Code => "tacit-renewals";
    public string Label => "Reconductions tacites";
    public string When => "Chaque jour à 5\u00a0h\u00a030";
    public string Cron => "0 30 5 * * ?";
    public bool AtStart => true;

    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            using var scope = scopes.CreateScope();
            try
            {
                var told = await TellAsync(scope.ServiceProvider, cancellation);
                return told == 0 ? "" : French.Count(told, "reconduction écrite", "reconductions écrites");
            }
            catch (DbUpdateConcurrencyException) when (attempt < 3)
            {
                // Somebody saved one of them, or another node told it: read again.
                await Task.Delay(TimeSpan.FromSeconds(attempt), cancellation);
            }
        }
    }

    private async Task<int> TellAsync(IServiceProvider services, CancellationToken cancellation)
    {
        var (db, today) = (services.GetRequiredService<IntranetDb>(), day.Today);
        var rolling = db.Set<Convention>().Where(c => c.Renewal == RenewalMode.Tacit && (c.SignedOn != null || c.IsToDocument) && c.AbandonedOn == null && c.End < today);
        var behind = (await rolling.AsNoTracking().ToListAsync(cancellation)).Where(c => c.TellRenewals(today)).Select(c => c.Id).ToList();
        var (actor, clock) = (services.GetRequiredService<IActor>(), services.GetRequiredService<TimeProvider>());
        foreach (var part in behind.Chunk(200))
        {
            foreach (var convention in await db.Set<Convention>().Include(c => c.Subject).Where(c => part.Contains(c.Id)).ToListAsync(cancellation))
            {
                if (convention.TellRenewals(today))
                    db.Add(AuditEntry.Telling(actor, clock, convention.Id, AuditAction.Event, $"Reconduite tacitement jusqu’au {French.Date(convention.Terms.On(today, convention.NoticeReceivedOn)!.End!.Value)}"));
            }
            await db.SaveChangesAsync(cancellation);
            db.ChangeTracker.Clear();
        }
        return behind.Count;
    }
}
