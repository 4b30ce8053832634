using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Meetings;

/// <summary>How many partners stand where. Coverage = (à jour + à prévoir) / followed (rules.md, "Partners and the annual obligation").</summary>
internal sealed record CoverageCount(int UpToDate, int Upcoming, int Late, int NeverSeen)
{
    public int Followed => UpToDate + Upcoming + Late + NeverSeen;
    public int Met => UpToDate + Upcoming;

    /// <summary>0 to 1; null when nobody is followed.</summary>
    public double? Share => Followed == 0 ? null : (double)Met / Followed;

    public string ShareText => Share is { } share ? French.Percent(share) : "—";

    /// <summary>Where these partners stood that day; those not followed yet are in neither term.</summary>
    public static CoverageCount Of(IEnumerable<CoveredPartner> partners, DateOnly day)
    {
        var counts = partners.Select(p => p.On(day)?.State).OfType<ObligationState>().CountBy(s => s).ToDictionary();
        return new(counts.GetValueOrDefault(ObligationState.UpToDate), counts.GetValueOrDefault(ObligationState.Upcoming), counts.GetValueOrDefault(ObligationState.Late), counts.GetValueOrDefault(ObligationState.NeverSeen));
    }
}

/// <param name="Key">What the filter takes.</param>
internal sealed record CoverageGroup(string Key, string Label, CoverageCount Count, int Solicited);

/// <param name="Day">End of the month, or today for the running one.</param>
internal sealed record CoverageMonth(DateOnly Day, CoverageCount Count);

/// <summary>
/// The annual obligation over the followed partners, today and at the ends of past months, from the one rule. The past is that of
/// the partners followed today: those that nobody follows any more left no trace to count.
/// </summary>
internal sealed class CoverageBook(IReadOnlyList<CoveredPartner> all, DateOnly today)
{
    public const int Months = 24;

    public IReadOnlyList<CoveredPartner> All => all;

    /// <summary>Two commands, whatever the filter.</summary>
    public static async Task<CoverageBook> ReadAsync(IntranetDb db, DateOnly today, CancellationToken cancellation)
    {
        var solicited = Solicitations.Open(db);
        var partners = await db.Set<Partner>().AsNoTracking().Where(p => p.RelationOwnerId != null && p.ClosedOn == null && p.MergedIntoId == null).OrderBy(p => p.Name).ThenBy(p => p.Id).Select(p => new CoveredPartner
        {
            Id = p.Id,
            Name = p.Name,
            KindCode = p.Kind.Code,
            Kind = p.Kind.Label,
            KindOrder = p.Kind.Order,
            Departments = p.Departments,
            OwnerPostId = p.RelationOwnerId!.Value,
            OwnerPost = p.RelationOwner!.Title,
            Holder = p.RelationOwner.Holdings.Where(h => h.From <= today && (h.To == null || h.To >= today)).OrderBy(h => h.From).Select(h => h.Person!.FirstName + " " + h.Person.LastName).FirstOrDefault(),
            EstablishmentId = p.RelationOwner.EstablishmentId,
            EstablishmentKind = p.RelationOwner.Establishment!.Kind,
            Establishment = p.RelationOwner.Establishment.Name,
            FollowedOn = p.FollowedOn,
            WishedMonths = p.WishedMonths ?? p.Kind.WishedMonths,
            MaximumMonths = p.MaximumMonths ?? p.Kind.MaximumMonths,
            Solicited = solicited.Where(s => s.PartnerId == p.Id).OrderByDescending(s => s.On).FirstOrDefault(),
        }).ToListAsync(cancellation);
        var met = (await PartnerMeetings.Met(db).Where(m => m.On <= today).OrderBy(m => m.On).Select(m => new { m.PartnerId, m.On }).ToListAsync(cancellation)).ToLookup(m => m.PartnerId, m => m.On);
        foreach (var partner in partners)
            partner.Met = [.. met[partner.Id]];
        return new CoverageBook(partners, today);
    }

    public List<CoveredPartner> Keep(CoverageFilter filter) => [.. all.Where(p => filter.Keeps(p) && (!filter.SolicitedOnly || p.Solicited is not null))];

    /// <summary>Late or never met, the longest waiting first.</summary>
    public List<CoveredPartner> Waiting(IEnumerable<CoveredPartner> partners)
        => [.. partners.Where(p => p.On(today)?.State is ObligationState.Late or ObligationState.NeverSeen).OrderBy(p => p.LastMet is null ? p.FollowedOn ?? DateOnly.MinValue : p.On(today)!.Value.Due).ThenBy(p => p.Name, StringComparer.CurrentCulture)];

    /// <summary>A partner of several départements stands in each of them.</summary>
    public IReadOnlyList<CoverageGroup> By(CoverageBy by, IEnumerable<CoveredPartner> partners)
    {
        var pairs = partners.SelectMany(p => Keys(by, p).Select(k => (k.Key, k.Label, k.Order, Partner: p)));
        return [.. pairs.GroupBy(p => (p.Key, p.Label, p.Order)).OrderBy(g => g.Key.Order).ThenBy(g => g.Key.Label, StringComparer.CurrentCulture)
            .Select(g => new CoverageGroup(g.Key.Key, g.Key.Label, CoverageCount.Of(g.Select(p => p.Partner), today), g.Count(p => p.Partner.Solicited is not null)))];
    }

    /// <summary>The ends of the last months, today last.</summary>
    public IReadOnlyList<CoverageMonth> Past(IReadOnlyCollection<CoveredPartner> partners)
    {
        var first = new DateOnly(today.Year, today.Month, 1);
        var days = Enumerable.Range(0, Months - 1).Select(n => first.AddMonths(n + 2 - Months).AddDays(-1)).Append(today);
        return [.. days.Select(d => new CoverageMonth(d, CoverageCount.Of(partners, d)))];
    }

    private static IEnumerable<(string Key, string Label, int Order)> Keys(CoverageBy by, CoveredPartner partner) => by switch
    {
        CoverageBy.Department => partner.DepartmentCodes.Count == 0 ? [("", "Sans département", 1)] : partner.DepartmentCodes.Select(d => (d, $"{d} {Departements.NameOf(d)}", 0)),
        CoverageBy.Kind => [(partner.KindCode, partner.Kind, partner.KindOrder)],
        CoverageBy.Owner => [($"{partner.OwnerPostId}", partner.Owner, 0)],
        CoverageBy.Establishment => [($"{partner.EstablishmentId}", partner.House, 0)],
        _ => throw new ArgumentOutOfRangeException(nameof(by), by, "Unknown grouping."),
    };
}
