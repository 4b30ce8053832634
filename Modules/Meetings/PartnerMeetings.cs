using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Meetings;

/// <summary>
/// When partners were met. For whom a meeting counts is settled at its closing and kept as links (<see cref="LinkRole.Met"/>), so
/// that the question others ask is one indexed read and past answers don't move when a post or a level does.
/// </summary>
internal sealed class PartnerMeetings : IPartnerMeetings
{
    public IQueryable<PartnerMet> Counting(IntranetDb db) => Met(db);

    public IQueryable<PartnerSolicited> Solicited(IntranetDb db) => Solicitations.Open(db);

    /// <summary>The same for this module's own queries.</summary>
    public static IQueryable<PartnerMet> Met(IntranetDb db) => db.SubjectLinks.Where(l => l.Role == LinkRole.Met && l.From.Date != null)
        .Select(l => new PartnerMet { PartnerId = l.ToId, MeetingId = l.FromId, On = l.From.Date!.Value });

    public IQueryable<PartnerContact> Contacts(IntranetDb db)
        => from participant in db.Set<MeetingParticipant>()
           where participant.Attendance == Attendance.Present && participant.Meeting!.HeldOn != null && participant.Meeting!.CancelledOn == null
           from link in participant.Meeting!.Subject.Links
           where link.Role == LinkRole.Partner && (participant.PartnerId == null || participant.PartnerId == link.ToId)
           select new PartnerContact { PartnerId = link.ToId, On = participant.Meeting!.On, IsOurs = participant.PartnerId == null, Name = participant.Name };

    /// <summary>For whom a meeting would count if it were closed now; its kind and participants must be loaded.</summary>
    public static Task<IReadOnlyList<CountingAnswer>> AskAsync(IntranetDb db, Meeting meeting, IReadOnlyCollection<int> partnerIds, CancellationToken cancellation)
        => AskAsync(db, meeting.On, meeting.Id, meeting.Kind, meeting.Mode, [.. meeting.Participants], partnerIds, cancellation);

    /// <summary>The same for a meeting that isn't written yet.</summary>
    /// <param name="meetingId">Left out of the last ones; 0 for a new meeting.</param>
    public static async Task<IReadOnlyList<CountingAnswer>> AskAsync(IntranetDb db, DateOnly on, int meetingId, MeetingKind kind, MeetingMode mode, IReadOnlyCollection<MeetingParticipant> participants,
        IReadOnlyCollection<int> partnerIds, CancellationToken cancellation)
    {
        var partners = await db.Set<Partner>().AsNoTracking().Where(p => partnerIds.Contains(p.Id)).OrderBy(p => p.Name).Select(p => new
        {
            p.Id,
            p.Name,
            Expected = p.ExpectedLevel ?? p.Kind.ExpectedLevel,
            Last = db.Set<Meeting>().Where(m => m.Id != meetingId && m.On <= on && m.Subject.Links.Any(l => l.Role == LinkRole.Met && l.ToId == p.Id))
                .OrderByDescending(m => m.On).ThenByDescending(m => m.Id).Select(m => m.Kind.Code).FirstOrDefault(),
            Next = db.Set<Meeting>().Where(m => m.Id != meetingId && m.On > on && m.Subject.Links.Any(l => l.Role == LinkRole.Met && l.ToId == p.Id))
                .OrderBy(m => m.On).ThenBy(m => m.Id).Select(m => m.Kind.Code).FirstOrDefault(),
        }).ToListAsync(cancellation);
        return [.. partners.Select(p => Meetings.Counting.For(new CountedPartner(p.Id, p.Name, p.Expected, p.Last == MeetingKind.AllWellCode, p.Next == MeetingKind.AllWellCode), kind, mode, participants))];
    }
}
