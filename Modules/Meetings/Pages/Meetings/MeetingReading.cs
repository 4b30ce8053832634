using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Meetings.Pages.Meetings;

/// <summary>A meeting in its reader's scope, for the pages about one.</summary>
internal static class MeetingReading
{
    /// <summary>With its kind, links and participants; two commands. Null out of scope.</summary>
    public static async Task<Meeting?> FindMeetingAsync(this IntranetDb db, CurrentUser user, int id)
    {
        var meeting = await db.Set<Meeting>().Include(m => m.Kind).Include(m => m.Subject.Links).ThenInclude(l => l.To).InScope(db, user).FirstOrDefaultAsync(m => m.Id == id);
        if (meeting is not null)
            await db.Entry(meeting).Collection(m => m.Participants).LoadAsync();
        return meeting;
    }

    /// <summary>Its agenda, with who brings each point.</summary>
    public static Task LoadAgendaAsync(this IntranetDb db, Meeting meeting)
        => db.Entry(meeting).Collection(m => m.Agenda).Query().Include(l => l.OwnerPost).LoadAsync();

    /// <summary>What came out of it, with who does it.</summary>
    public static Task LoadOutcomesAsync(this IntranetDb db, Meeting meeting)
        => db.Entry(meeting).Collection(m => m.Outcomes).Query().Include(o => o.Post!.Partner).LoadAsync();

    public static IEnumerable<Subject> Linked(this Meeting meeting, LinkRole role)
        => meeting.Subject.Links.Where(l => l.Role == role).Select(l => l.To).OrderBy(s => s.Title, StringComparer.Ordinal);

    public static IReadOnlyList<int> Ids(this Meeting meeting, LinkRole role) => [.. meeting.Subject.Links.Where(l => l.Role == role).Select(l => l.ToId)];
}
