namespace Intranet.Conventions;

/// <summary>
/// « Orientations taries »: a quarter under half the mean of the four before (trade.md: "referrals dried up when the one judge who
/// knew it left"). The one place that tells.
/// </summary>
/// <param name="Quarter">The last whole quarter whose three months were entered.</param>
/// <param name="Received">Referrals received in it.</param>
/// <param name="Mean">Mean of the four quarters before.</param>
internal sealed record ReferralTrend(Quarter Quarter, int Received, double Mean)
{
    private const int QuartersBefore = 4;

    /// <summary>How many whole quarters back a month that nobody entered is waited for.</summary>
    private const int QuartersOfPatience = 2;

    public bool IsDry => Received < Mean / 2;

    /// <summary>Null while the months entered say nothing: a month that nobody entered is no zero.</summary>
    /// <param name="months">Referrals received by month (its first day), once a month, all sources together.</param>
    public static ReferralTrend? On(DateOnly today, IReadOnlyDictionary<DateOnly, int> months)
    {
        for (var back = 1; back <= QuartersOfPatience; back++)
        {
            var quarter = Quarter.Of(today).Plus(-back);
            if (Sum(quarter, months) is not { } received)
                continue;
            var before = Enumerable.Range(1, QuartersBefore).Select(n => Sum(quarter.Plus(-n), months)).ToList();
            return before.Contains(null) ? null : new ReferralTrend(quarter, received, before.Average(n => n!.Value));
        }
        return null;
    }

    /// <summary>False while nothing can be said.</summary>
    public static bool HasDriedUp(IEnumerable<(DateOnly Month, int Received)> received, DateOnly today)
        => On(today, received.ToDictionary(r => r.Month, r => r.Received)) is { IsDry: true };

    private static int? Sum(Quarter quarter, IReadOnlyDictionary<DateOnly, int> months)
        => quarter.Months.All(months.ContainsKey) ? quarter.Months.Sum(m => months[m]) : null;
}
