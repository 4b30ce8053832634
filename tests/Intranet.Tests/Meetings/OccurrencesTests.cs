using Intranet.Meetings;
using Intranet.Shared;

namespace Intranet.Tests.Meetings;

public class OccurrencesTests
{
    private static MeetingSeries Series(SeriesRhythm rhythm, int weekday, int rank, DateOnly from, DateOnly? to = null)
    {
        var series = new MeetingSeries(SeriesKind.Permanence, "Permanence", 1);
        series.Recur(rhythm, weekday, rank, 14 * 60, 120, from, to);
        return series;
    }

    private static string Days(MeetingSeries series, string from, string to, string department = "")
        => string.Join(' ', Occurrences.Between(series, [.. series.Exceptions], department, DateOnly.Parse(from), DateOnly.Parse(to)).Select(o => $"{o.On:MM-dd}{(o.TakesPlace ? "" : "!")}"));

    [Fact]
    public void Weekly() => Assert.Equal("12-01 12-08 12-15", Days(Series(SeriesRhythm.Weekly, 2, 1, new(2026, 1, 1)), "2026-12-01", "2026-12-20"));

    [Fact]
    public void One_week_in_two_counts_from_the_first_such_day()
    {
        var series = Series(SeriesRhythm.EveryTwoWeeks, 4, 1, new(2026, 9, 1));
        Assert.Equal("09-03 09-17 10-01", Days(series, "2026-08-01", "2026-10-10"));
        Assert.Equal("11-26 12-10", Days(series, "2026-11-20", "2026-12-20"));
    }

    [Fact]
    public void Monthly_by_rank_and_the_last_of_the_month()
    {
        Assert.Equal("10-01 11-05 12-03", Days(Series(SeriesRhythm.Monthly, 4, 1, new(2026, 1, 1)), "2026-10-01", "2026-12-31"));
        Assert.Equal("10-29 11-26 12-31", Days(Series(SeriesRhythm.Monthly, 4, MeetingSeries.Last, new(2026, 1, 1)), "2026-10-01", "2026-12-31"));
    }

    [Fact]
    public void A_public_holiday_is_skipped_and_said_and_Alsace_has_two_more()
    {
        var friday = Series(SeriesRhythm.Weekly, 5, 1, new(2026, 1, 1));
        Assert.Equal("04-03 04-10", Days(friday, "2026-04-01", "2026-04-12"));
        var skipped = Occurrences.Between(friday, [], "67", new(2026, 4, 1), new(2026, 4, 12))[0];
        Assert.False(skipped.TakesPlace);
        Assert.Contains("Vendredi saint", skipped.Reason, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("05-01! 05-08!", Days(friday, "2026-05-01", "2026-05-10"));
    }

    [Fact]
    public void It_begins_and_ends_on_its_days()
        => Assert.Equal("09-15 09-22", Days(Series(SeriesRhythm.Weekly, 2, 1, new(2026, 9, 10), new(2026, 9, 22)), "2026-01-01", "2027-01-01"));

    [Fact]
    public void An_occurrence_is_called_off_moved_and_restored()
    {
        var series = Series(SeriesRhythm.Weekly, 2, 1, new(2026, 1, 1));
        series.Except(new(2026, 12, 8), null, "Formation", "");
        series.Except(new(2026, 12, 15), new DateOnly(2026, 12, 17), "Grève", "");
        Assert.Equal("12-01 12-08! 12-17 12-22", Days(series, "2026-12-01", "2026-12-22"));
        // Moved out of the period, or into it.
        Assert.Equal("12-08!", Days(series, "2026-12-08", "2026-12-16"));
        Assert.Equal("12-17", Days(series, "2026-12-16", "2026-12-18"));
        series.Restore(new(2026, 12, 8));
        Assert.Equal("12-01 12-08", Days(series, "2026-12-01", "2026-12-10"));
    }

    [Fact]
    public void An_exception_is_of_a_day_of_the_rhythm_has_a_reason_and_avoids_holidays()
    {
        var series = Series(SeriesRhythm.Weekly, 2, 1, new(2026, 1, 1));
        Assert.Throws<BrokenRuleException>(() => series.Except(new(2026, 12, 9), null, "Formation", ""));
        Assert.Throws<BrokenRuleException>(() => series.Except(new(2026, 12, 8), null, " ", ""));
        Assert.Throws<BrokenRuleException>(() => series.Except(new(2026, 12, 22), new DateOnly(2026, 12, 25), "Congés", ""));
    }

    [Fact]
    public void It_says_its_rhythm()
    {
        Assert.Equal("chaque mois, le dernier jeudi", Occurrences.Sentence(Series(SeriesRhythm.Monthly, 4, MeetingSeries.Last, new(2026, 1, 1))).Split(", de ")[0]);
        Assert.StartsWith("un mardi sur deux, de 14", Occurrences.Sentence(Series(SeriesRhythm.EveryTwoWeeks, 2, 1, new(2026, 1, 1))));
    }
}
