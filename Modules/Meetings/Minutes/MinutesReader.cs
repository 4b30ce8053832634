using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Meetings;

/// <summary>Somebody who receives the minutes: present or excused.</summary>
/// <param name="Email">The post's address, else the person's own; empty when none is known.</param>
/// <param name="HasAccount">They may open the meeting's page.</param>
internal sealed record MinutesReader(string Name, string Email, bool HasAccount, Attendance Attendance)
{
    /// <summary>One command. Several posts of one mailbox make one letter.</summary>
    public static async Task<IReadOnlyList<MinutesReader>> ReadAsync(IntranetDb db, int meetingId, CancellationToken cancellation = default)
    {
        var rows = await db.Set<MeetingParticipant>().AsNoTracking().Where(p => p.MeetingId == meetingId && p.Attendance != Attendance.Invited)
            .OrderBy(p => p.PartnerId == null).ThenBy(p => p.Name).ThenBy(p => p.Id)
            .Select(p => new
            {
                p.Name,
                p.Attendance,
                Email = p.PersonId == null ? p.Email : p.Post != null && p.Post.Email != "" ? p.Post.Email : p.Person!.Email,
                HasAccount = p.PersonId != null && db.Users.Any(u => u.PersonId == p.PersonId && u.DisabledAt == null),
            }).ToListAsync(cancellation);
        return [.. rows.Select(r => new MinutesReader(r.Name, r.Email.Trim(), r.HasAccount, r.Attendance)).DistinctBy(r => r.Email.Length > 0 ? r.Email.ToLowerInvariant() : r.Name)];
    }

    public bool CanBeWritten => Email.Contains('@', StringComparison.Ordinal);
}
