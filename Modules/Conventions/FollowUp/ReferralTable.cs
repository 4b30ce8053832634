using Intranet.Shared;

namespace Intranet.Conventions;

/// <summary>Referrals in one row: of a month, of a source, or in all.</summary>
internal sealed record ReferralRow(string Label, DateOnly? Month, bool IsEntered, MaskedCount Received, MaskedCount MetInside, MaskedCount DayLeave, MaskedCount Admitted)
{
    /// <summary>Known by month and in all, not by source.</summary>
    public MaskedCount NotConcluded { get; init; }
}

/// <summary>Referrals of a year by month, by source and by reason, masked together: none of the three gives back what another hides.</summary>
internal sealed class ReferralTable
{
    public const int MonthsShown = 12;

    private ReferralTable() { }

    /// <summary>The last month first.</summary>
    public required IReadOnlyList<ReferralRow> Months { get; init; }
    public required IReadOnlyList<ReferralRow> Sources { get; init; }
    public required IReadOnlyList<(string Label, MaskedCount Count)> Reasons { get; init; }
    public required ReferralRow Total { get; init; }
    public ReferralTrend? Trend { get; private init; }

    public bool IsEmpty => Months.All(m => !m.IsEntered);
    public bool HasMasked => Months.Append(Total).Concat(Sources).SelectMany(r => new[] { r.Received, r.MetInside, r.DayLeave, r.Admitted, r.NotConcluded })
        .Concat(Reasons.Select(r => r.Count)).Any(c => c.Mask != Mask.None);

    /// <param name="sources">Label of each source, by code, in their order.</param>
    /// <param name="reasons">Label of each reason, by code, in their order.</param>
    public static ReferralTable Of(IReadOnlyCollection<Referral> referrals, IReadOnlyCollection<NotConcluded> notConcluded,
        IReadOnlyDictionary<string, string> sources, IReadOnlyDictionary<string, string> reasons, DateOnly today)
    {
        var entered = referrals.GroupBy(r => r.Month).ToDictionary(g => g.Key, g => g.Sum(r => r.Received));
        var current = new DateOnly(today.Year, today.Month, 1);
        var last = entered.ContainsKey(current) || notConcluded.Any(n => n.Month == current) ? current : current.AddMonths(-1);
        var months = Enumerable.Range(0, MonthsShown).Select(n => last.AddMonths(-n)).ToList();
        var shown = referrals.Where(r => months.Contains(r.Month)).ToList();
        var failed = notConcluded.Where(n => months.Contains(n.Month)).ToList();
        var bySource = sources.Where(s => shown.Any(r => r.Source == s.Key)).ToList();
        bySource.AddRange(shown.Select(r => r.Source).Distinct().Where(s => !sources.ContainsKey(s)).Select(s => KeyValuePair.Create(s, s)));
        var byReason = reasons.Where(r => failed.Any(n => n.Reason == r.Key)).ToList();
        byReason.AddRange(failed.Select(n => n.Reason).Distinct().Where(r => !reasons.ContainsKey(r)).Select(r => KeyValuePair.Create(r, r)));

        MaskedSum Sum(Func<Referral, int> measure) => Masking.Sum(
            [.. months.Select(m => shown.Where(r => r.Month == m).Sum(measure))],
            [.. bySource.Select(s => shown.Where(r => r.Source == s.Key).Sum(measure))]);
        var (received, met, leave, admitted) = (Sum(r => r.Received), Sum(r => r.MetInside), Sum(r => r.DayLeave), Sum(r => r.Admitted));
        var given = Masking.Sum(
            [.. months.Select(m => failed.Where(n => n.Month == m).Sum(n => n.Count))],
            [.. byReason.Select(r => failed.Where(n => n.Reason == r.Key).Sum(n => n.Count))]);

        ReferralRow Row(string label, DateOnly? month, bool isEntered, int by, int index)
            => new(label, month, isEntered, received.Breakdowns[by][index], met.Breakdowns[by][index], leave.Breakdowns[by][index], admitted.Breakdowns[by][index]);
        return new ReferralTable
        {
            Months = [.. months.Select((m, i) => Row(French.Month(m), m, entered.ContainsKey(m), 0, i) with { NotConcluded = given.Breakdowns[0][i] })],
            Sources = [.. bySource.Select((s, i) => Row(s.Value, null, true, 1, i))],
            Reasons = [.. byReason.Select((r, i) => (r.Value, given.Breakdowns[1][i]))],
            Total = new ReferralRow("En tout", null, true, received.Total, met.Total, leave.Total, admitted.Total) { NotConcluded = given.Total },
            Trend = ReferralTrend.On(today, entered),
        };
    }
}
