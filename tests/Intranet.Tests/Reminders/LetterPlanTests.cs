using Intranet.Reminders;

namespace Intranet.Tests.Reminders;

public sealed class LetterPlanTests
{
    [Theory]
    [InlineData("2027-03-05", "2027-03-01")]
    [InlineData("2027-03-29", "2027-03-30")]
    [InlineData("2027-12-26", "2027-12-20")]
    public void The_week_s_letters_leave_on_its_first_working_day(string day, string opens)
        => Assert.Equal(Day(opens), LetterPlan.WeekOpens(Day(day)));

    [Fact]
    public void A_week_is_known_by_its_monday()
        => Assert.All(Enumerable.Range(0, 7), i => Assert.Equal(Day("2027-03-01"), LetterPlan.Week(Day("2027-03-01").AddDays(i))));

    [Theory]
    // rhythm, of the week, orphans, new, urgent, written this week, written today => kind
    [InlineData(0, true, false, false, false, false, false, 1)]
    [InlineData(0, true, false, true, true, false, false, 1)]
    [InlineData(0, false, false, true, false, false, false, 0)]
    [InlineData(0, true, false, true, true, true, false, 2)]
    [InlineData(0, true, true, true, true, true, true, 0)]
    [InlineData(0, false, false, false, false, false, false, 0)]
    [InlineData(1, true, false, false, false, false, false, 0)]
    [InlineData(1, true, true, false, false, false, false, 1)]
    [InlineData(1, true, false, true, false, false, false, 2)]
    [InlineData(2, true, false, true, false, false, false, 0)]
    [InlineData(2, false, true, false, false, true, false, 0)]
    [InlineData(2, true, false, true, true, false, false, 2)]
    public void One_letter_at_most_a_day_as_each_chose(int rhythm, bool ofTheWeek, bool orphans, bool isNew, bool urgent, bool week, bool today, int kind)
        => Assert.Equal(kind, (int)(LetterPlan.Of(new LetterCase
        {
            RecipientId = 1,
            Rhythm = (LetterRhythm)rhythm,
            HasOfTheWeek = ofTheWeek,
            MayHaveOrphans = orphans,
            HasNew = isNew,
            HasUrgent = urgent,
            WasWrittenThisWeek = week,
            WasWrittenToday = today,
        }) ?? 0));

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
