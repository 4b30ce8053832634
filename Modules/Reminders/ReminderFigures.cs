using Intranet.Shared;

namespace Intranet.Reminders;

internal sealed class ReminderFigures : IFigureSource
{
    public IEnumerable<Figure> Figures(IntranetDb db, CurrentUser user, DateOnly today)
    {
        var account = user.Id;
        yield return new Figure("bell", "Rappels à traiter", "/rappels", db.Set<Reminder>()
            .Where(r => r.DoneOn == null && r.AcknowledgedOn == null && (r.SnoozedUntil == null || r.SnoozedUntil <= today)
                && r.Deliveries.Any(d => d.WithdrawnOn == null && db.Users.Any(a => a.Id == account && a.PersonId == d.RecipientId)))
            .Select(r => r.Id));
    }
}
