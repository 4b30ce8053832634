using Intranet.Contacts;
using Intranet.Shared;

namespace Intranet.Meetings;

/// <summary>One time that a series comes round.</summary>
/// <param name="PlannedOn">The day that the rhythm gives; tells occurrences apart whatever happens to them.</param>
/// <param name="On">The day on which it takes place, or would have.</param>
/// <param name="TakesPlace">Neither called off nor on a public holiday.</param>
/// <param name="Reason">Why it is moved or off; empty when it is as usual.</param>
internal sealed record Occurrence(DateOnly PlannedOn, DateOnly On, bool TakesPlace, string Reason, bool IsException)
{
    public bool IsMoved => On != PlannedOn;
}

/// <summary>The days of a series: a function of its rhythm, its exceptions and the public holidays; nothing is written ahead.</summary>
internal static class Occurrences
{
    private static readonly string[] Weekdays = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];
    private static readonly string[] Ranks = ["premier", "deuxième", "troisième", "quatrième", "dernier"];

    /// <summary>Those whose day falls in the period, in order; those that are off are told by the day they would have had.</summary>
    /// <param name="department">Of the partner: some have two holidays more.</param>
    public static IReadOnlyList<Occurrence> Between(MeetingSeries series, IReadOnlyCollection<SeriesException> exceptions, string department, DateOnly from, DateOnly to)
    {
        var byDay = exceptions.ToDictionary(e => e.On);
        // A moved one may come from outside the period, or leave it.
        return [.. Days(series, from, to).Union(byDay.Keys.Where(on => IsRegular(series, on)))
            .Select(on => Of(on, byDay.GetValueOrDefault(on), department))
            .Where(o => o.On >= from && o.On <= to)
            .OrderBy(o => o.On).ThenBy(o => o.PlannedOn)];
    }

    /// <summary>The département whose public holidays a partner keeps: its first.</summary>
    public static string HolidaysOf(string departments) => DepartmentList.Split(departments).FirstOrDefault() ?? "";

    /// <summary>Whether the rhythm gives this day.</summary>
    public static bool IsRegular(MeetingSeries series, DateOnly day)
    {
        if (day < series.From || day > series.To || Weekday(day) != series.Weekday)
            return false;
        return series.Rhythm switch
        {
            SeriesRhythm.Weekly => true,
            SeriesRhythm.EveryTwoWeeks => (day.DayNumber - First(series).DayNumber) % 14 == 0,
            SeriesRhythm.Monthly => series.Rank == MeetingSeries.Last ? day.AddDays(7).Month != day.Month : (day.Day + 6) / 7 == series.Rank,
            _ => throw new InvalidOperationException($"Unknown rhythm {series.Rhythm}."),
        };
    }

    /// <summary>« chaque mois, le premier mardi, de 9 h à 12 h »</summary>
    public static string Sentence(MeetingSeries series)
    {
        var weekday = Weekdays[series.Weekday - 1];
        var rhythm = series.Rhythm switch
        {
            SeriesRhythm.Weekly => $"chaque {weekday}",
            SeriesRhythm.EveryTwoWeeks => $"un {weekday} sur deux",
            _ => $"chaque mois, le {Ranks[series.Rank - 1]} {weekday}",
        };
        return series.Hours.Length > 0 ? $"{rhythm}, {series.Hours}" : rhythm;
    }

    public static IEnumerable<(int Value, string Label)> WeekdayChoices => Weekdays.Select((w, i) => (i + 1, w));

    public static IEnumerable<(int Value, string Label)> RankChoices => Ranks.Select((r, i) => (i + 1, r));

    private static Occurrence Of(DateOnly on, SeriesException? exception, string department) => exception switch
    {
        { MovedTo: { } day } => new Occurrence(on, day, true, exception.Reason, true),
        { } => new Occurrence(on, on, false, exception.Reason, true),
        null when FrenchHolidays.NameOf(on, department) is { } holiday => new Occurrence(on, on, false, $"Jour férié : {holiday}", false),
        _ => new Occurrence(on, on, true, "", false),
    };

    private static IEnumerable<DateOnly> Days(MeetingSeries series, DateOnly from, DateOnly to)
    {
        var start = First(series);
        // Whole weeks after the first one: the same weekday, without walking through the years.
        var day = start >= from ? start : start.AddDays((from.DayNumber - start.DayNumber + 6) / 7 * 7);
        for (; day <= to && (series.To is null || day <= series.To); day = day.AddDays(7))
        {
            if (IsRegular(series, day))
                yield return day;
        }
    }

    /// <summary>First such weekday on or after the day from which it may take place.</summary>
    private static DateOnly First(MeetingSeries series) => series.From.AddDays((series.Weekday - Weekday(series.From) + 7) % 7);

    private static int Weekday(DateOnly day) => day.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)day.DayOfWeek;
}
