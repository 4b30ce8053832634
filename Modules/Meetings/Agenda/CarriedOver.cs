using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Meetings;

/// <summary>
/// A point put off becomes a topic of each partner of the meeting, taken at once by that partner's own next meeting when there is one.
/// Said otherwise later, topics and the points that took them are taken back, unless they were spoken of meanwhile.
/// </summary>
internal static class CarriedOver
{
    /// <summary>Settles what becomes of a point, with the caller's save; the subject's links must be loaded.</summary>
    /// <returns>A sentence on what stays put off all the same; empty when nothing does.</returns>
    public static async Task<string> BecomeAsync(IntranetDb db, CurrentUser user, Meeting meeting, AgendaLine line, LineFate fate, DateOnly today)
    {
        if (line.Fate == fate)
            return "";
        var stays = "";
        if (fate == LineFate.Moved)
            await CarryAsync(db, user, meeting, line, today);
        else if (line.Fate == LineFate.Moved)
            stays = await TakeBackAsync(db, user, line);
        line.Become(fate);
        return stays;
    }

    private static async Task CarryAsync(IntranetDb db, CurrentUser user, Meeting meeting, AgendaLine line, DateOnly today)
    {
        var partners = meeting.Subject.Links.Where(l => l.Role == LinkRole.Partner).Select(l => l.ToId).ToList();
        if (partners.Count == 0)
            throw new BrokenRuleException("Une réunion interne n’a pas de prochaine rencontre : dites le point traité.");
        // Put off before, and kept: it isn't put off twice.
        var already = await db.Set<PartnerTopic>().Where(t => t.FromLineId == line.Id && t.DroppedOn == null).Select(t => t.PartnerId).ToListAsync();
        foreach (var partner in partners.Except(already))
        {
            var topic = new PartnerTopic(partner, line.Title, today, user.Name, meeting.Id, line);
            db.Add(topic);
            if (await NextAsync(db, user, meeting, partner, today) is not { } next)
                continue;
            next.Speak(topic, line.Minutes, line.OwnerPostId);
            db.Touch(next);
        }
    }

    /// <summary>The first meeting to come with the partner, its agenda loaded.</summary>
    private static Task<Meeting?> NextAsync(IntranetDb db, CurrentUser user, Meeting meeting, int partner, DateOnly today)
        => db.Set<Meeting>().Include(m => m.Subject).Include(m => m.Agenda).InScope(db, user)
            .Where(m => m.Id != meeting.Id && m.On >= meeting.On && m.On >= today && m.HeldOn == null && m.ClosedOn == null && m.CancelledOn == null
                && m.Subject.Links.Any(l => l.Role == LinkRole.Partner && l.ToId == partner))
            .OrderBy(m => m.On).ThenBy(m => m.Id).FirstOrDefaultAsync();

    private static async Task<string> TakeBackAsync(IntranetDb db, CurrentUser user, AgendaLine line)
    {
        var topics = await db.Set<PartnerTopic>().Include(t => t.Line).Where(t => t.FromLineId == line.Id && t.DroppedOn == null).ToListAsync();
        var ids = topics.Select(t => t.Line?.MeetingId).OfType<int>().Distinct().ToList();
        var meetings = await db.Set<Meeting>().Include(m => m.Subject).Include(m => m.Agenda).Include(m => m.Outcomes).AsSplitQuery().Where(m => ids.Contains(m.Id)).ToDictionaryAsync(m => m.Id);
        var own = await db.Set<Meeting>().InScope(db, user).Where(m => ids.Contains(m.Id)).Select(m => m.Id).ToListAsync();
        Meeting? keeper = null;
        foreach (var topic in topics)
        {
            if (topic.Line is { } taken && meetings[taken.MeetingId] is { CancelledOn: null } by)
            {
                if (!own.Contains(by.Id) || by.HeldOn is not null || taken.Fate != LineFate.Open || by.Outcomes.Any(o => o.LineId == taken.Id))
                {
                    keeper = by;
                    continue;
                }
                if (taken.IsFromTopic && !await db.Set<PartnerTopic>().AnyAsync(t => t.LineId == taken.Id && t.FromLineId != line.Id))
                {
                    by.Withdraw(taken);
                    db.Touch(by);
                }
            }
            db.Remove(topic);
        }
        return keeper is null ? "" : own.Contains(keeper.Id)
            ? $"«\u00a0{line.Title}\u00a0» reste à l’ordre du jour du {French.Date(keeper.On)}, où il a été abordé."
            : $"«\u00a0{line.Title}\u00a0» reste à l’ordre du jour d’une rencontre que vous ne pouvez pas modifier.";
    }
}
