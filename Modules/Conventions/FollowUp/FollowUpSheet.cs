using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Conventions;

/// <summary>What is counted while a convention runs, as it may be shown: read once for the screen, the renewal file and the workbook.</summary>
internal sealed class FollowUpSheet
{
    private FollowUpSheet() { }

    public required ConventionFacts Facts { get; init; }
    public required DateOnly Today { get; init; }

    /// <summary>With its amendments, commitments and financial years.</summary>
    public required Convention Convention { get; init; }
    public required AgreedPlaces Agreed { get; init; }

    /// <summary>By ascending date.</summary>
    public required IReadOnlyList<(DateOnly On, int Used)> Counts { get; init; }
    public required IndicatorTable Indicators { get; init; }
    public required ReferralTable Referrals { get; init; }

    /// <summary>The last year first.</summary>
    public required IReadOnlyList<FinancialYear> Money { get; init; }

    public int? AgreedToday => Agreed.On(Today);

    /// <summary>Days on which more places were used than agreed, the last first.</summary>
    public IEnumerable<(DateOnly On, int Used)> Exceeding => Counts.Where(c => Agreed.IsExceeded(c.On, c.Used)).Reverse();

    /// <summary>Five commands, and the labels of the lists where there are referrals and nobody has just read them.</summary>
    public static async Task<FollowUpSheet> ReadAsync(IntranetDb db, Choices choices, ConventionFacts facts, DateOnly today, CancellationToken cancellation)
    {
        var id = facts.Id;
        var indicators = await db.Set<Indicator>().AsNoTracking().Where(i => i.ConventionId == id).Include(i => i.Values).ToListAsync(cancellation);
        var counts = await db.Set<PlaceCount>().AsNoTracking().Where(c => c.ConventionId == id).OrderBy(c => c.On).Select(c => new { c.On, c.Used }).ToListAsync(cancellation);
        var convention = await db.Set<Convention>().AsNoTrackingWithIdentityResolution().AsSingleQuery().Include(c => c.Amendments).Include(c => c.Commitments).Include(c => c.FinancialYears).ThenInclude(f => f.Amendment).FirstAsync(c => c.Id == id, cancellation);
        var agreed = AgreedPlaces.Of(convention);
        var since = Quarter.Of(today).Plus(-7).First;
        var referrals = await db.Set<Referral>().AsNoTracking().Where(r => r.ConventionId == id && r.Month >= since).ToListAsync(cancellation);
        var notConcluded = await db.Set<NotConcluded>().AsNoTracking().Where(n => n.ConventionId == id && n.Month >= since).ToListAsync(cancellation);
        var labels = referrals.Count + notConcluded.Count == 0 ? [] : await choices.GetAsync("referral-labels", () => LabelsAsync(db));
        List<(DateOnly On, int Used)> used = [.. counts.Select(c => (c.On, c.Used))];
        return new FollowUpSheet
        {
            Facts = facts,
            Today = today,
            Convention = convention,
            Agreed = agreed,
            Counts = used,
            Indicators = IndicatorTable.Of(indicators, used, agreed, today),
            Referrals = ReferralTable.Of(referrals, notConcluded, Of(ConventionLists.ReferralSources), Of(ConventionLists.NotConcludedReasons), today),
            Money = [.. convention.FinancialYears.OrderByDescending(f => f.Year)],
        };

        Dictionary<string, string> Of(ReferenceList list) => labels.Where(l => l.List == list.Code).ToDictionary(l => l.Code, l => l.Label);
    }

    private static Task<List<ReferenceItem>> LabelsAsync(IntranetDb db)
    {
        string[] lists = [ConventionLists.ReferralSources.Code, ConventionLists.NotConcludedReasons.Code];
        return db.Set<ReferenceItem>().AsNoTracking().Where(i => lists.Contains(i.List)).OrderBy(i => i.Order).ToListAsync();
    }

    public LineChart Chart(Indicator indicator) => IndicatorChart.Of(indicator, Indicators, Counts, Agreed, Today);
}
