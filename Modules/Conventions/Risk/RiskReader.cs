using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Conventions;

/// <summary>Reads what risks are computed from, for all conventions, in five commands whatever their number.</summary>
internal sealed class RiskReader(IntranetDb db, IPartnerMeetings meetings, DateOnly today)
{
    public async Task<Dictionary<int, (RiskFacts Facts, IReadOnlyList<PartyLine> Parties)>> ReadAsync(CancellationToken cancellation)
    {
        var parties = await PartiesAsync(cancellation);
        var people = await PeopleAsync(cancellation);
        var reviews = await db.Set<AnnualReview>().AsNoTracking().Where(r => r.HeldOn != null)
            .Select(r => new { r.ConventionId, r.Year, r.ObservedLevel }).ToListAsync(cancellation);
        var referrals = await ReferralsAsync(cancellation);
        var (reviewed, referred) = (reviews.ToLookup(r => r.ConventionId), referrals.ToLookup(r => r.ConventionId));
        var facts = await db.Set<Convention>().AsNoTracking().Select(c => new RiskFacts
        {
            Id = c.Id,
            IsToDocument = c.IsToDocument,
            Missing = c.Missing,
            Evaluator = c.Evaluator,
            Baseline = c.Baseline,
            AgreedLevel = c.AgreedLevel,
            RequestedOn = c.RequestedOn,
            Owner = c.OwnerPost == null ? null : new PostFacts
            {
                Id = c.OwnerPost.Id,
                Title = c.OwnerPost.Title,
                IsServiceLine = c.OwnerPost.IsServiceLine,
                IsOurs = c.OwnerPost.EstablishmentId != null,
                HeldUntil = c.OwnerPost.Holdings.Where(h => h.To < today).Max(h => h.To),
                PostVerifiedOn = c.OwnerPost.VerifiedOn,
                VerifyEveryMonths = c.OwnerPost.VerifyEveryMonths,
                Holder = c.OwnerPost.Holdings.Where(h => h.From <= today && (h.To == null || h.To >= today)).OrderBy(h => h.From)
                    .Select(h => new HolderFacts { Id = h.PersonId, Name = h.Person!.FirstName + " " + h.Person.LastName, VerifiedOn = h.Person.VerifiedOn }).FirstOrDefault(),
            },
            Counterpart = c.CounterpartPost == null ? null : new PostFacts
            {
                Id = c.CounterpartPost.Id,
                Title = c.CounterpartPost.Title,
                IsServiceLine = c.CounterpartPost.IsServiceLine,
                IsOurs = c.CounterpartPost.EstablishmentId != null,
                HeldUntil = c.CounterpartPost.Holdings.Where(h => h.To < today).Max(h => h.To),
                PostVerifiedOn = c.CounterpartPost.VerifiedOn,
                VerifyEveryMonths = c.CounterpartPost.VerifyEveryMonths,
                Holder = c.CounterpartPost.Holdings.Where(h => h.From <= today && (h.To == null || h.To >= today)).OrderBy(h => h.From)
                    .Select(h => new HolderFacts { Id = h.PersonId, Name = h.Person!.FirstName + " " + h.Person.LastName, VerifiedOn = h.Person.VerifiedOn }).FirstOrDefault(),
            },
            NeedsIncidentProtocol = c.Kind.NeedsIncidentProtocol,
            NeedsEvaluation = c.Kind.NeedsEvaluation,
            RequestMonths = c.Kind.RequestMonths,
            Authorisation = c.Kind.Authorisation,
            HasAuthorisation = c.Subject.Links.Any(l => l.Role == LinkRole.Establishment && db.Set<Authorisation>().Any(a => a.EstablishmentId == l.ToId && a.Kind == c.Kind.Authorisation && a.From <= today && (a.Until == null || a.Until >= today))),
            HasIncidentProtocol = c.IncidentProtocols.Any(),
            HasIndicator = c.Indicators.Any(),
            PlacesAgreed = c.Amendments.Where(a => a.SignedOn != null && a.AbandonedOn == null && a.Places != null && a.EffectOn <= today).OrderByDescending(a => a.EffectOn).ThenByDescending(a => a.Number).Select(a => a.Places).FirstOrDefault() ?? c.Places,
            PlacesCountedOn = c.PlaceCounts.Max(p => (DateOnly?)p.On),
            PlacesUsed = c.PlaceCounts.OrderByDescending(p => p.On).Select(p => (int?)p.Used).FirstOrDefault(),
        }).ToListAsync(cancellation);
        foreach (var fact in facts)
        {
            var lines = parties[fact.Id].ToList();
            fact.Partners = [.. lines.Where(p => p.Obligation is not null).Select(p => p.Obligation!)];
            var partners = lines.Where(p => p.Line.Role == LinkRole.Partner).Select(p => p.Line.Id).ToList();
            fact.OurPeople = Distinct(people, partners, isOurs: true);
            fact.TheirPeople = Distinct(people, partners, isOurs: false);
            fact.ReviewedYears = [.. reviewed[fact.Id].Select(r => r.Year)];
            var observed = reviewed[fact.Id].Where(r => r.ObservedLevel is not null).MaxBy(r => r.Year);
            (fact.ObservedYear, fact.ObservedLevel) = (observed?.Year, observed?.ObservedLevel);
            fact.Referrals = [.. referred[fact.Id].Select(r => (r.Month, r.Received))];
        }
        return facts.ToDictionary(f => f.Id, f => (f, (IReadOnlyList<PartyLine>)[.. parties[f.Id].Select(p => p.Line)]));
    }

    /// <summary>Establishments and partners of each convention; a partner with the obligation to meet it.</summary>
    private async Task<ILookup<int, (PartyLine Line, PartnerFacts? Obligation)>> PartiesAsync(CancellationToken cancellation)
    {
        var met = meetings.Counting(db);
        var rows = await (
            from link in db.SubjectLinks.AsNoTracking()
            where link.From.Kind == ConventionsModule.Convention.Code && (link.Role == LinkRole.Establishment || link.Role == LinkRole.Partner)
            from partner in db.Set<Partner>().Where(p => p.Id == link.ToId).DefaultIfEmpty()
            from establishment in db.Set<Establishment>().Where(e => e.Id == link.ToId).DefaultIfEmpty()
            orderby link.To.Title
            select new
            {
                link.FromId,
                link.ToId,
                link.Role,
                link.To.Title,
                Kind = partner == null ? "" : partner.Kind.Code,
                Departments = partner != null ? partner.Departments : establishment != null ? "|" + establishment.Department + "|" : "",
                Wished = partner == null ? 0 : partner.WishedMonths ?? partner.Kind.WishedMonths,
                Maximum = partner == null ? 0 : partner.MaximumMonths ?? partner.Kind.MaximumMonths,
                Last = met.Where(m => m.PartnerId == link.ToId).Max(m => (DateOnly?)m.On),
            }).ToListAsync(cancellation);
        return rows.ToLookup(r => r.FromId, r => (new PartyLine(r.ToId, r.Role, r.Title, r.Kind, r.Departments),
            r.Role == LinkRole.Partner ? new PartnerFacts(r.Title, r.Last, r.Wished, r.Maximum) : null));
    }

    private async Task<ILookup<(int Partner, bool IsOurs), string>> PeopleAsync(CancellationToken cancellation)
    {
        var since = today.AddMonths(-ConventionRisks.PeopleMonths);
        var rows = await meetings.Contacts(db).Where(c => c.On >= since && c.On <= today)
            .Select(c => new { c.PartnerId, c.IsOurs, c.Name }).Distinct().ToListAsync(cancellation);
        return rows.ToLookup(r => (r.PartnerId, r.IsOurs), r => r.Name);
    }

    private Task<List<ReferralRow>> ReferralsAsync(CancellationToken cancellation)
    {
        var since = new DateOnly(today.Year, today.Month, 1).AddMonths(-24);
        return db.Set<Referral>().AsNoTracking().Where(r => r.Month >= since).GroupBy(r => new { r.ConventionId, r.Month })
            .Select(g => new ReferralRow { ConventionId = g.Key.ConventionId, Month = g.Key.Month, Received = g.Sum(r => r.Received) }).ToListAsync(cancellation);
    }

    private static int Distinct(ILookup<(int Partner, bool IsOurs), string> people, List<int> partners, bool isOurs)
        => partners.SelectMany(p => people[(p, isOurs)]).Distinct(StringComparer.OrdinalIgnoreCase).Count();

    private sealed class ReferralRow
    {
        public int ConventionId { get; set; }
        public DateOnly Month { get; set; }
        public int Received { get; set; }
    }
}
