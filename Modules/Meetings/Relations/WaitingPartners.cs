using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Meetings;

/// <summary>What happened since a late partner's last counting meeting: what is planned, and the last meeting that didn't count, with its reason.</summary>
/// <param name="PlannedOn">Day of the next meeting planned.</param>
/// <param name="Reason">Why the last one doesn't count; empty when there was none.</param>
internal sealed record WaitingFacts(int PartnerId, int? PlannedId, DateOnly? PlannedOn, int? MeetingId, DateOnly? MeetingOn, bool IsApproximate, string Reason)
{
    /// <summary>Two commands, for these partners; only meetings that the reader may see are told.</summary>
    public static async Task<IReadOnlyDictionary<int, WaitingFacts>> ReadAsync(IntranetDb db, CurrentUser user, IReadOnlyCollection<int> partnerIds, DateOnly today, CancellationToken cancellation)
    {
        if (partnerIds.Count == 0)
            return new Dictionary<int, WaitingFacts>();
        var meetings = db.Set<Meeting>().AsNoTracking().InScope(db, user);
        var rows = await db.Set<Partner>().AsNoTracking().Where(p => partnerIds.Contains(p.Id)).Select(p => new
        {
            p.Id,
            p.Name,
            Expected = p.ExpectedLevel ?? p.Kind.ExpectedLevel,
            Planned = p.Subject.LinkedFrom.Where(l => l.Role == LinkRole.Partner)
                .SelectMany(l => meetings.Where(m => m.Id == l.FromId && m.On >= today && m.PlannedOn != null && m.HeldOn == null && m.PostponedOn == null && m.CancelledOn == null))
                .OrderBy(m => m.On).ThenBy(m => m.Id).Select(m => new { m.Id, m.On }).FirstOrDefault(),
            LastKind = p.Subject.LinkedFrom.Where(l => l.Role == LinkRole.Met).SelectMany(l => db.Set<Meeting>().Where(m => m.Id == l.FromId)).OrderByDescending(m => m.On).Select(m => m.Kind.Code).FirstOrDefault(),
            Other = p.Subject.LinkedFrom.Where(l => l.Role == LinkRole.Partner && !p.Subject.LinkedFrom.Any(x => x.Role == LinkRole.Met && x.From.Date >= l.From.Date))
                .SelectMany(l => meetings.Where(m => m.Id == l.FromId && m.On <= today && (m.HeldOn != null || m.CancelledOn != null)))
                .OrderByDescending(m => m.On).ThenByDescending(m => m.Id).Select(m => (int?)m.Id).FirstOrDefault(),
        }).ToListAsync(cancellation);
        var ids = rows.Select(r => r.Other).OfType<int>().Distinct().ToList();
        var others = ids.Count == 0 ? [] : await db.Set<Meeting>().AsNoTracking().Include(m => m.Kind).Include(m => m.Participants).Where(m => ids.Contains(m.Id)).ToDictionaryAsync(m => m.Id, cancellation);
        return rows.ToDictionary(r => r.Id, r =>
        {
            var other = r.Other is { } id ? others[id] : null;
            var reason = other is null ? "" : Why(other, new CountedPartner(r.Id, r.Name, r.Expected, r.LastKind == MeetingKind.AllWellCode));
            return new WaitingFacts(r.Id, r.Planned?.Id, r.Planned?.On, other?.Id, other?.On, other?.IsApproximate ?? false, reason);
        });
    }

    /// <summary>Why a meeting gone by doesn't count for this partner, in a sentence.</summary>
    public static string Why(Meeting meeting, CountedPartner partner) => meeting.State switch
    {
        MeetingState.Cancelled => "Elle a été annulée.",
        MeetingState.Held => Counting.For(partner, meeting.Kind, meeting.Mode, [.. meeting.Participants]) is { Counts: false } answer ? answer.Reason : "Elle n’est pas encore close\u00a0: elle comptera une fois close.",
        MeetingState.Closed => Counting.For(partner, meeting.Kind, meeting.Mode, [.. meeting.Participants]) is { Counts: false } answer ? answer.Reason : "Elle n’a pas été comptée à sa clôture.",
        _ => "Elle ne s’est pas tenue.",
    };
}
