namespace Intranet.Shared;

/// <summary>A period as renewed.</summary>
/// <param name="Renewals">How many renewals led to it; 0 for the first period.</param>
/// <param name="Start">Its first day.</param>
/// <param name="End">Its last day, inclusive.</param>
public readonly record struct RenewedPeriod(int Renewals, DateOnly Start, DateOnly End);

/// <summary>
/// Months of agreements. Days are inclusive: a period ends on E, and U = E + 1 is the first day without it. Months are
/// counted from U and always from the first one, so that ends of months stay ends of months.
/// </summary>
public static class Periods
{
    /// <summary>The last day of a period.</summary>
    /// <param name="start">Its first day.</param>
    /// <param name="months">Its length, 1 month or more.</param>
    public static DateOnly End(DateOnly start, int months)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(months, 1);
        return start.AddMonths(months).AddDays(-1);
    }

    /// <summary>The last day after so many renewals: U(k) = first U + k × renewal length.</summary>
    /// <param name="firstEnd">The last day of the first period.</param>
    /// <param name="renewalMonths">Length of a renewal, 1 month or more.</param>
    /// <param name="renewals">0 or more; 0 gives <paramref name="firstEnd"/>.</param>
    public static DateOnly RenewedEnd(DateOnly firstEnd, int renewalMonths, int renewals)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(renewalMonths, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(renewals);
        return firstEnd.AddDays(1).AddMonths(renewalMonths * renewals).AddDays(-1);
    }

    /// <summary>The period that a tacitly renewed agreement is in on a day, computed and never stored.</summary>
    /// <param name="firstStart">First day of the first period.</param>
    /// <param name="firstEnd">Last day of the first period.</param>
    /// <param name="renewalMonths">Length of a renewal, 1 month or more.</param>
    /// <param name="day">The business day.</param>
    /// <param name="maximum">Most renewals allowed; without it, no limit.</param>
    /// <returns>The first period before it begins; the last one allowed after it has ended.</returns>
    public static RenewedPeriod Current(
        DateOnly firstStart, DateOnly firstEnd, int renewalMonths, DateOnly day, int? maximum = null)
    {
        var renewals = 0;
        while (RenewedEnd(firstEnd, renewalMonths, renewals) < day && renewals < (maximum ?? int.MaxValue))
            renewals++;

        var start = renewals == 0 ? firstStart : RenewedEnd(firstEnd, renewalMonths, renewals - 1).AddDays(1);
        return new RenewedPeriod(renewals, start, RenewedEnd(firstEnd, renewalMonths, renewals));
    }

    /// <summary>
    /// The last day on which a notice can be received and take effect at the end: U − notice − 1 day. It is the legal
    /// limit and never moves; the end 28/02/2027 with 3 months gives 30/11/2026.
    /// </summary>
    /// <returns>The end itself when there is no notice.</returns>
    public static DateOnly NoticeLimit(DateOnly end, NoticePeriod notice) =>
        end.AddDays(1).AddMonths(-notice.Months).AddDays(-notice.Days - 1);

    /// <summary>The limit moved back to a working day, to show and to remind: a letter can't be received on a Sunday.</summary>
    public static DateOnly DecisionDeadline(DateOnly end, NoticePeriod notice, string? departement = null) =>
        WorkingDays.OnOrBefore(NoticeLimit(end, notice), departement);

    /// <summary>The day on which a notice ends the agreement: the end of the period, or of the next one when received too late.</summary>
    /// <param name="firstEnd">Last day of the first period.</param>
    /// <param name="renewalMonths">Length of a renewal, 1 month or more.</param>
    /// <param name="notice">The period of notice.</param>
    /// <param name="received">The day on which the notice was received.</param>
    /// <param name="maximum">Most renewals allowed; without it, no limit.</param>
    public static DateOnly NoticeEffect(
        DateOnly firstEnd, int renewalMonths, NoticePeriod notice, DateOnly received, int? maximum = null)
    {
        var renewals = 0;
        while (NoticeLimit(RenewedEnd(firstEnd, renewalMonths, renewals), notice) < received
            && renewals < (maximum ?? int.MaxValue))
            renewals++;

        return RenewedEnd(firstEnd, renewalMonths, renewals);
    }
}
