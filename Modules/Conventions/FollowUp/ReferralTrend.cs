namespace Intranet.Conventions;

/// <summary>« Orientations taries »: a quarter under half the mean of the four before it (trade.md, "Referrals").</summary>
internal static class ReferralTrend
{
    private const int Quarters = 4;

    /// <param name="received">Referrals received by month (its first day); a month not given counts none.</param>
    /// <returns>True when the last whole quarter has dried up; false while fewer than five quarters are followed.</returns>
    public static bool HasDriedUp(IReadOnlyCollection<(DateOnly Month, int Received)> received, DateOnly today)
    {
        var quarter = new DateOnly(today.Year, ((today.Month - 1) / 3 * 3) + 1, 1).AddMonths(-3);
        var first = quarter.AddMonths(-3 * Quarters);
        if (received.Count == 0 || received.Min(r => r.Month) > first.AddMonths(2))
            return false;
        var before = Sum(first, quarter);
        // Under half of a mean of four quarters: 8 x the quarter is under their sum.
        return Sum(quarter, quarter.AddMonths(3)) * 2 * Quarters < before;

        int Sum(DateOnly from, DateOnly until) => received.Where(r => r.Month >= from && r.Month < until).Sum(r => r.Received);
    }
}
