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

    /// <summary>The chart of an indicator: quarter by quarter where it follows from the places used, else year by year.</summary>
    public LineChart Chart(Indicator indicator)
    {
        var target = indicator.TargetHundredths;
        var targetText = target is { } aim ? $"objectif\u00a0{Hundredths.Text(aim, indicator.Unit)}" : "";
        var index = Indicators.Indicators.ToList().IndexOf(indicator);
        if (IndicatorTable.MeasureOf(indicator.Name) == Measure.Occupancy && Quarters() is { Count: > 2 } quarters)
            return new LineChart($"{indicator.Name} par trimestre", quarters, null, target / 100d, targetText);
        return new LineChart($"{indicator.Name} par année", [.. Indicators.Years.Select(y => Point(y, y.Cells[index].Ours))],
            Indicators.Years.Any(y => y.Cells[index].Partner is not null) ? [.. Indicators.Years.Select(y => Point(y, y.Cells[index].Partner))] : null, target / 100d, targetText);

        ChartPoint Point(IndicatorYear year, IndicatorSide? side) => new($"{year.Year}", side?.Shown / 100d, side?.Text(indicator.Unit) ?? "non renseigné") { IsMasked = side is { Shown: null } };
    }

    private const int QuartersShown = 10;

    private List<ChartPoint> Quarters()
    {
        var current = Quarter.Of(Today);
        var points = Enumerable.Range(0, QuartersShown).Select(n => current.Plus(n - QuartersShown + 1))
            .Select(q => (Quarter: q, Occupancy: Occupancy.Between(q.First, q.Last < Today ? q.Last : Today, Counts, Agreed)))
            .SkipWhile(q => q.Occupancy is null).ToList();
        return [.. points.Select(p => new ChartPoint(p.Quarter.Short, p.Occupancy?.Rate * 100, p.Occupancy is { } o ? French.Percent(o.Rate) : "non renseigné"))];
    }
}
