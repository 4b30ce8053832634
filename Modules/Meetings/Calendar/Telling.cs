using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Meetings;

/// <summary>Asks that calendars be told of a meeting; the invitations leave by themselves ten minutes later.</summary>
internal static class Telling
{
    /// <summary>
    /// What « Prévenir les participants » does, wherever a meeting is saved: ticked, this change is told; not ticked, it asks for nothing. What
    /// was asked for before still leaves, as the meeting will be then: the first to ask promised it, and files are made from the present state.
    /// </summary>
    /// <returns>True when nothing is asked and something leaves all the same: the page says so.</returns>
    public static async Task<bool> SettleAsync(IntranetDb db, Meeting meeting, bool tell, DateTime now, CancellationToken cancellation = default)
    {
        if (tell)
        {
            await AskAsync(db, meeting, now, cancellation);
            return false;
        }
        // Of a meeting that is off, only those who knew of it hear.
        var isOff = meeting.CancelledOn is not null || meeting.PostponedOn is not null;
        return meeting.HeldOn is null && await Waiting(db, [meeting.Id]).AnyAsync(n => !isOff || db.Set<MeetingInvitation>().Any(i => i.MeetingId == n.MeetingId && !i.IsCancelled), cancellation);
    }

    /// <summary>What is still to leave about these meetings.</summary>
    public static IQueryable<MeetingNotice> Waiting(IntranetDb db, IReadOnlyCollection<int> meetings)
        => db.Set<MeetingNotice>().Where(n => n.NotifyAt != null && meetings.Contains(n.MeetingId));

    /// <summary>Adds to the caller's save; a draft, of which nobody is told, asks nothing.</summary>
    public static async Task AskAsync(IntranetDb db, Meeting meeting, DateTime now, CancellationToken cancellation = default)
    {
        if (meeting.PlannedOn is null)
            return;
        var notice = meeting.Id == 0 ? null : await db.Set<MeetingNotice>().SingleOrDefaultAsync(n => n.MeetingId == meeting.Id, cancellation);
        if (notice is null)
            db.Add(notice = new MeetingNotice(meeting));
        notice.Wait(now);
        // Written even when it stays the same: the job may have told the former state since this was read.
        if (db.Entry(notice).State != EntityState.Added)
            db.Entry(notice).Property(n => n.NotifyAt).IsModified = true;
    }
}
