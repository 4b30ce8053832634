using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Meetings;

/// <summary>Asks that calendars be told of a meeting; the invitations leave by themselves ten minutes later.</summary>
internal static class Telling
{
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
