namespace Intranet.Shared;

/// <summary>
/// Working days, « jours ouvrés »: Monday to Friday except public holidays. The optional département adds its own
/// holidays (see <see cref="FrenchHolidays"/>).
/// </summary>
public static class WorkingDays
{
    /// <summary>Whether people work on a day.</summary>
    public static bool IsWorkingDay(DateOnly day, string? departement = null) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !FrenchHolidays.IsHoliday(day, departement);

    /// <summary>The day itself when worked, else the last working day before it.</summary>
    public static DateOnly OnOrBefore(DateOnly day, string? departement = null) => Move(day, -1, departement);

    /// <summary>The day itself when worked, else the first working day after it.</summary>
    public static DateOnly OnOrAfter(DateOnly day, string? departement = null) => Move(day, 1, departement);

    /// <summary>The last working day strictly before.</summary>
    public static DateOnly Previous(DateOnly day, string? departement = null) => OnOrBefore(day.AddDays(-1), departement);

    /// <summary>The first working day strictly after.</summary>
    public static DateOnly Next(DateOnly day, string? departement = null) => OnOrAfter(day.AddDays(1), departement);

    /// <summary>The n-th working day after a day, or before it when n is negative.</summary>
    /// <param name="day">The day counted from, itself never counted.</param>
    /// <param name="n">Working days, −10,000 to 10,000; 0 gives the day itself, worked or not.</param>
    /// <param name="departement">A département's code.</param>
    /// <exception cref="ArgumentOutOfRangeException">More than 10,000 days.</exception>
    public static DateOnly Add(DateOnly day, int n, string? departement = null)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(n, 10_000);
        ArgumentOutOfRangeException.ThrowIfLessThan(n, -10_000);
        for (; n > 0; n--)
            day = Next(day, departement);

        for (; n < 0; n++)
            day = Previous(day, departement);

        return day;
    }

    /// <summary>Working days after a day, up to and including another; negative when the other is before.</summary>
    /// <remarks>When <paramref name="to"/> is worked and after, <c>Add(from, Count(from, to))</c> gives it back.</remarks>
    public static int Count(DateOnly from, DateOnly to, string? departement = null)
    {
        if (to < from)
            return -Count(to, from, departement);

        var holidays = Enumerable.Range(from.Year, to.Year - from.Year + 1)
            .SelectMany(year => FrenchHolidays.Of(year, departement)).Select(h => h.Day).ToHashSet();
        var count = 0;
        for (var day = from.DayNumber + 1; day <= to.DayNumber; day++)
        {
            var date = DateOnly.FromDayNumber(day);
            if (date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !holidays.Contains(date))
                count++;
        }

        return count;
    }

    private static DateOnly Move(DateOnly day, int step, string? departement)
    {
        while (!IsWorkingDay(day, departement))
            day = day.AddDays(step);

        return day;
    }
}
