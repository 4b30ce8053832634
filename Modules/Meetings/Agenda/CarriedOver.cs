using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Meetings;

/// <summary>
/// A point put off goes to the next meeting with the same partner that is still to come, else it waits among the topics of each partner.
/// Said otherwise later, it is taken back from where it waits.
/// </summary>
internal static class CarriedOver
{
    /// <summary>Settles what becomes of a point, with the caller's save; the subject's links must be loaded.</summary>
    public static async Task BecomeAsync(IntranetDb db, CurrentUser user, Meeting meeting, AgendaLine line, LineFate fate, DateOnly today)
    {
        if (line.Fate == fate)
            return;
        var partners = meeting.Subject.Links.Where(l => l.Role == LinkRole.Partner).Select(l => l.ToId).ToList();
        if (fate == LineFate.Moved)
            await CarryAsync(db, user, meeting, line, partners, today);
        else if (line.Fate == LineFate.Moved)
            db.RemoveRange(await db.Set<PartnerTopic>().Where(t => t.FromMeetingId == meeting.Id && t.Text == line.Title && t.MeetingId == null && t.DroppedOn == null).ToListAsync());
        line.Become(fate);
    }

    private static async Task CarryAsync(IntranetDb db, CurrentUser user, Meeting meeting, AgendaLine line, List<int> partners, DateOnly today)
    {
        if (partners.Count == 0)
            throw new BrokenRuleException("Une réunion interne n’a pas de prochaine rencontre : dites le point traité.");
        var next = await NextAsync(db, user, meeting, partners, today);
        if (next is null)
        {
            foreach (var partner in partners)
                db.Add(new PartnerTopic(partner, line.Title, today, user.Name, meeting.Id));
        }
        else if (next.Agenda.All(l => l.Title != line.Title))
        {
            next.Speak(line.Title, line.Minutes, line.OwnerPostId);
            db.Touch(next);
        }
    }

    /// <summary>The first meeting to come with one of these partners, its agenda loaded.</summary>
    public static Task<Meeting?> NextAsync(IntranetDb db, CurrentUser user, Meeting meeting, IReadOnlyCollection<int> partners, DateOnly today)
        => db.Set<Meeting>().Include(m => m.Subject).Include(m => m.Agenda).InScope(db, user)
            .Where(m => m.Id != meeting.Id && m.On >= meeting.On && m.On >= today && m.HeldOn == null && m.ClosedOn == null && m.CancelledOn == null
                && m.Subject.Links.Any(l => l.Role == LinkRole.Partner && partners.Contains(l.ToId)))
            .OrderBy(m => m.On).ThenBy(m => m.Id).FirstOrDefaultAsync();
}
