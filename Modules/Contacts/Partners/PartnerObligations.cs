using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts;

/// <summary>The annual obligation over the partners of the database; Meetings says who was met.</summary>
public sealed class PartnerObligations(IEnumerable<IPartnerMeetings> meetings)
{
    private readonly IPartnerMeetings? meetings = meetings.SingleOrDefault();

    /// <summary>Partners that carry the obligation.</summary>
    public static IQueryable<Partner> Followed(IntranetDb db)
        => db.Set<Partner>().AsNoTracking().Where(p => p.RelationOwnerId != null && p.ClosedOn == null && p.MergedIntoId == null);

    /// <summary>Meetings that count; none while no module publishes them.</summary>
    public IQueryable<PartnerMet> Met(IntranetDb db)
        => meetings?.Counting(db) ?? db.Subjects.Where(s => false).Select(s => new PartnerMet { PartnerId = s.Id, MeetingId = s.Id, On = default });

    /// <summary>Invitations without a yes since the last counting meeting.</summary>
    public IQueryable<PartnerSolicited> Solicited(IntranetDb db)
        => meetings?.Solicited(db) ?? db.Subjects.Where(s => false).Select(s => new PartnerSolicited { PartnerId = s.Id, On = default });

    /// <summary>Followed partners in one of these states, decided in SQL.</summary>
    public IQueryable<Partner> InState(IntranetDb db, DateOnly today, params ObligationState[] states)
    {
        var (never, late, upcoming, upToDate) = (states.Contains(ObligationState.NeverSeen), states.Contains(ObligationState.Late), states.Contains(ObligationState.Upcoming), states.Contains(ObligationState.UpToDate));
        var now = MeetingObligation.EarliestInTime(today);
        var soon = MeetingObligation.EarliestInTime(today.AddDays(MeetingObligation.UpcomingDays + 1));
        var met = Met(db);
        return
            from partner in Followed(db)
            let last = met.Where(m => m.PartnerId == partner.Id).Max(m => (DateOnly?)m.On)
            let inTime = now[partner.MaximumMonths ?? partner.Kind.MaximumMonths]
            let wished = now[partner.WishedMonths ?? partner.Kind.WishedMonths]
            let unhurried = soon[partner.MaximumMonths ?? partner.Kind.MaximumMonths]
            where (never && last == null)
                || (late && last < inTime)
                || (upcoming && last >= inTime && (last < wished || last < unhurried))
                || (upToDate && last >= inTime && last >= wished && last >= unhurried)
            select partner;
    }
}
