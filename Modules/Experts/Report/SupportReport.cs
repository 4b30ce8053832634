using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Experts;

/// <summary>The quarter in the reader's scope: figures of requests, sponsorships and answers. Three commands and the board's.</summary>
internal sealed record SupportReport(QuarterReport Figures, int Sponsorships, int SponsorshipsUsed, int AnswersPublished)
{
    public static async Task<SupportReport> ReadAsync(IntranetDb db, CurrentUser user, NetworkBoard board, Quarter quarter, DateOnly today, CancellationToken cancellation)
    {
        var (from, to, kept) = (quarter.From, quarter.To, db.KeptHouses(user));
        var requests = await db.Set<SupportRequest>().AsNoTracking().AsSingleQuery().Where(r => r.AskedOn >= from && r.AskedOn <= to && r.CancelledOn == null && kept.Any(k => k == r.EstablishmentId))
            .OrderBy(r => r.Id).Select(r => new { r.TopicId, r.AskedOn, r.ClosedOn, r.Helped, Asked = r.Experts.Select(e => new { e.AnsweredOn, e.TakenOn, e.DeclinedOn, e.DeclinedWhy, e.ReleasedOn }).ToList() }).ToListAsync(cancellation);
        var sponsorships = await db.Set<Sponsorship>().Where(s => s.From <= to && (s.EndedOn == null || s.EndedOn >= from) && kept.Any(k => k == s.GeneralistId))
            .Select(s => new
            {
                Sponsorship = s,
                IsUsed = db.Set<SupportRequest>().Any(r => r.AskedOn >= from && r.AskedOn <= to && r.CancelledOn == null && r.EstablishmentId == s.GeneralistId
                && (r.TopicId == s.TopicId || r.Topic!.ParentId == s.TopicId) && r.Experts.Any(e => e.Expert!.EstablishmentId == s.ResourceId
                    || db.Set<Contacts.StaffMember>().Any(w => w.PersonId == e.Expert.PersonId && w.EstablishmentId == s.ResourceId && w.From <= r.AskedOn && (w.To == null || w.To >= r.AskedOn))))
            })
            .AsNoTracking().ToListAsync(cancellation);
        var published = await db.Set<SharedAnswer>().CountAsync(a => a.PublishedOn >= from && a.PublishedOn <= to && a.WithdrawnOn == null, cancellation);
        var network = await board.ReadAsync(db, today, cancellation);
        var held = sponsorships.Where(s => s.Sponsorship.Until >= from).ToList();
        return new(QuarterReport.Of(quarter,
            [.. requests.Select(r => new ReportedRequest(r.TopicId, r.AskedOn, r.Asked.Min(e => e.AnsweredOn), r.Helped, [.. r.Asked.Where(e => e.DeclinedOn is not null).Select(e => e.DeclinedWhy)],
                r.ClosedOn is null && r.Asked.TrueForAll(e => e.DeclinedOn is not null || e.ReleasedOn is not null)))], network),
            held.Count, held.Count(s => s.IsUsed), published);
    }
}
