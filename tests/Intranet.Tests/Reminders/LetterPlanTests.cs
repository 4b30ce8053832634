using Intranet.Reminders;

namespace Intranet.Tests.Reminders;

public sealed class LetterPlanTests
{
    [Theory]
    [InlineData("2027-03-01", true)]
    [InlineData("2027-03-02", false)]
    [InlineData("2027-03-29", false)]
    [InlineData("2027-03-30", true)]
    public void The_week_s_letters_leave_on_its_first_working_day(string day, bool leave)
        => Assert.Equal(leave, LetterPlan.IsWeeklyDay(Day(day), [Day("2027-01-01")]));

    [Fact]
    public void After_days_without_running_they_leave_once_on_the_day_it_runs_again()
    {
        Assert.True(LetterPlan.IsWeeklyDay(Day("2027-03-04"), []));
        Assert.True(LetterPlan.IsWeeklyDay(Day("2027-03-04"), [Day("2027-03-04")]));
        Assert.False(LetterPlan.IsWeeklyDay(Day("2027-03-05"), [Day("2027-03-04")]));
    }

    [Fact]
    public void A_week_is_known_by_its_monday()
        => Assert.All(Enumerable.Range(0, 7), i => Assert.Equal(Day("2027-03-01"), LetterPlan.Week(Day("2027-03-01").AddDays(i))));

    [Theory]
    // rhythm, open, new, urgent, written this week, written today, weekly day => kind
    [InlineData(0, true, false, false, false, false, true, 1)]
    [InlineData(0, true, true, true, false, false, true, 1)]
    [InlineData(0, true, true, false, false, false, false, 0)]
    [InlineData(0, true, true, true, true, false, false, 2)]
    [InlineData(0, true, true, true, true, true, true, 0)]
    [InlineData(0, false, false, false, false, false, true, 0)]
    [InlineData(1, true, false, false, false, false, true, 0)]
    [InlineData(1, true, true, false, false, false, false, 2)]
    [InlineData(2, true, true, false, false, false, true, 0)]
    [InlineData(2, true, true, true, false, false, false, 2)]
    public void One_letter_at_most_a_day_as_each_chose(int rhythm, bool open, bool isNew, bool urgent, bool week, bool today, bool weeklyDay, int kind)
        => Assert.Equal(kind, (int)(LetterPlan.Of(new LetterCase
        {
            RecipientId = 1,
            Rhythm = (LetterRhythm)rhythm,
            HasOpen = open,
            HasNew = isNew,
            HasUrgent = urgent,
            WasWrittenThisWeek = week,
            WasWrittenToday = today,
        }, weeklyDay) ?? 0));

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
