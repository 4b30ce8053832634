using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Experts;

/// <summary>What experts carry, as routing asks for it.</summary>
internal static class RequestLoads
{
    /// <summary>
    /// One command. Open: waiting or taken, of a request that nobody ended nor gave up. This month: asked since its first day, but for those that another
    /// took. Last asked: the order in which requests were sent, whatever became of them.
    /// </summary>
    public static async Task<IReadOnlyDictionary<int, ExpertLoad>> ReadAsync(IntranetDb db, DateOnly today, CancellationToken cancellation)
    {
        var (month, last) = (new DateOnly(today.Year, today.Month, 1), RequestStates.LastGivenUp(today));
        return (await db.Set<RequestedExpert>().AsNoTracking().GroupBy(e => e.ExpertId).Select(g => new
        {
            Id = g.Key,
            Open = g.Sum(e => e.DeclinedOn == null && e.ReleasedOn == null && e.AnsweredOn == null && e.Request!.CancelledOn == null && e.Request.ClosedOn == null
                && e.Request.GivenUpOn == null && e.Request.AskedOn > last ? 1 : 0),
            ThisMonth = g.Sum(e => e.AskedOn >= month && e.ReleasedOn == null ? 1 : 0),
            Last = g.Max(e => e.Id),
        }).ToListAsync(cancellation)).ToDictionary(e => e.Id, e => new ExpertLoad(e.Open, e.ThisMonth, e.Last));
    }
}
