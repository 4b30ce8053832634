using Intranet.Shared;

namespace Intranet.Reminders;

internal sealed class ReminderFigures : IFigureSource
{
    public IEnumerable<Figure> Figures(IntranetDb db, CurrentUser user, DateOnly today)
    {
        var account = user.Id;
        var open = db.Set<Reminder>()
            .Waiting(today).Where(r => r.DoneOn == null
                && r.Deliveries.Any(d => d.WithdrawnOn == null && !d.IsCopy && db.Users.Any(a => a.Id == account && a.PersonId == d.RecipientId)));
        yield return new Figure("bell", "Rappels à traiter", "/rappels", open.Select(r => r.Id), open.OrderBy(r => r.Due).ThenBy(r => r.Id)
            .Select(r => r.Action + "\u00a0: " + (r.Subject.Parent == null || r.Subject.Kind != Inbox.PostKind ? r.Subject.Title : r.Subject.Title + ", " + r.Subject.Parent.Title) + ". " + r.Deliveries.Where(d => d.WithdrawnOn == null && !d.IsCopy && db.Users.Any(a => a.Id == account && a.PersonId == d.RecipientId))
                .OrderByDescending(d => d.Id).Select(d => d.Reason).FirstOrDefault()));
        yield return new Figure("bell-late", "Rappels en retard", "/rappels", open.Where(r => r.Due < today).Select(r => r.Id));
    }
}
