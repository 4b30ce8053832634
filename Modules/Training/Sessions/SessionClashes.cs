using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Training;

/// <summary>What could keep people from coming: another session, an absence, a long leave, a departure. It is shown beside the name and forbids nothing.</summary>
internal static class SessionClashes
{
    /// <summary>Sentences by person; three commands. The session's half-days must be loaded.</summary>
    public static async Task<ILookup<int, string>> ReadAsync(IntranetDb db, TrainingSession session, IReadOnlyCollection<int> people, CancellationToken cancellation)
    {
        if (people.Count == 0)
            return Array.Empty<int>().ToLookup(i => i, _ => "");
        var (id, from, to) = (session.Id, session.From, session.To);
        var busy = await db.Set<Enrolment>().AsNoTracking()
            .Where(e => e.SessionId != id && e.PersonId != null && people.Contains(e.PersonId.Value) && e.WithdrawnOn == null && e.RefusedOn == null
                && e.Session!.CancelledOn == null && e.Session.From <= to && e.Session.To >= from)
            .Select(e => new { PersonId = e.PersonId!.Value, e.Session!.Title, Slots = e.Session.Slots.Where(s => s.On >= from && s.On <= to).Select(s => new { s.On, s.StartMinute, s.Duration }).ToList() })
            .ToListAsync(cancellation);
        var away = await db.Set<Absence>().AsNoTracking().Where(a => people.Contains(a.PersonId) && a.From <= to && a.To >= from).ToListAsync(cancellation);
        var posts = await db.Set<StaffMember>().AsNoTracking().Where(s => people.Contains(s.PersonId) && (s.To == null || s.To >= from)).ToListAsync(cancellation);
        var days = session.Slots.Select(s => s.On).Distinct().ToList();
        return Sentences().Distinct().ToLookup(s => s.Person, s => s.Text);

        IEnumerable<(int Person, string Text)> Sentences()
        {
            foreach (var other in busy)
            {
                foreach (var slot in session.Slots.Where(s => other.Slots.Exists(o => o.On == s.On && o.StartMinute < s.StartMinute + s.Duration && s.StartMinute < o.StartMinute + o.Duration)).Take(1))
                    yield return (other.PersonId, $"Inscription à « {other.Title} » le {French.Date(slot.On)}");
            }
            foreach (var absence in away.Where(a => days.Exists(a.IsOn)))
                yield return (absence.PersonId, absence.From == absence.To ? $"Absence le {French.Date(absence.From)}" : $"Absence du {French.Date(absence.From)} au {French.Date(absence.To)}");
            foreach (var own in posts.GroupBy(p => p.PersonId))
            {
                if (own.Any(p => days.Exists(p.IsOnLongLeave)))
                    yield return (own.Key, "En absence longue à ces dates");
                if (!own.Any(p => p.IsOn(days.Max())))
                    yield return (own.Key, $"Quitte l’établissement le {French.Date(own.Max(p => p.To)!.Value)}");
                else if (own.All(p => (p.To ?? p.FixedTermEnd) < days.Max()))
                    yield return (own.Key, $"Fin de contrat prévue le {French.Date(own.Max(p => p.To ?? p.FixedTermEnd)!.Value)}");
            }
        }
    }
}
