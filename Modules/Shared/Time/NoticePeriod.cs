namespace Intranet.Shared;

/// <summary>A period of notice, in months or in days; the default value is none.</summary>
public readonly record struct NoticePeriod
{
    private NoticePeriod(int months, int days) => (Months, Days) = (months, days);

    /// <summary>No notice: the deadline is the end.</summary>
    public static NoticePeriod None => default;

    /// <summary>Whole months, 0 or more; 0 when the notice is in days.</summary>
    public int Months { get; }

    /// <summary>Calendar days, 0 or more; 0 when the notice is in months.</summary>
    public int Days { get; }

    /// <summary>Whether there is no notice.</summary>
    public bool IsNone => Months == 0 && Days == 0;

    /// <summary>A notice in months.</summary>
    /// <param name="months">0 to 120.</param>
    /// <exception cref="ArgumentOutOfRangeException">Out of range.</exception>
    public static NoticePeriod OfMonths(int months) => new(InRange(months, 120), 0);

    /// <summary>A notice in calendar days.</summary>
    /// <param name="days">0 to 3,660.</param>
    /// <exception cref="ArgumentOutOfRangeException">Out of range.</exception>
    public static NoticePeriod OfDays(int days) => new(0, InRange(days, 3660));

    private static int InRange(int value, int most)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, most);
        return value;
    }
}
