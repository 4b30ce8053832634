using System.Globalization;
using Intranet.Shared;

namespace Intranet.Tests.Shared;

public sealed class PeriodsTests
{
    [Theory]
    [InlineData("2024-03-01", 36, "2027-02-28")]
    [InlineData("2024-01-01", 12, "2024-12-31")]
    [InlineData("2023-03-01", 12, "2024-02-29")]
    [InlineData("2024-02-29", 12, "2025-02-27")]
    [InlineData("2026-05-15", 1, "2026-06-14")]
    public void A_period_ends_the_day_before(string start, int months, string end) =>
        Assert.Equal(Day(end), Periods.End(Day(start), months));

    [Theory]
    [InlineData("2027-02-28", 12, 0, "2027-02-28")]
    [InlineData("2027-02-28", 12, 1, "2028-02-29")]
    [InlineData("2027-02-28", 12, 2, "2029-02-28")]
    [InlineData("2026-08-31", 6, 1, "2027-02-28")]
    [InlineData("2026-08-31", 6, 2, "2027-08-31")]
    [InlineData("2026-12-31", 36, 1, "2029-12-31")]
    [InlineData("2026-01-30", 1, 2, "2026-03-30")]
    public void Renewals_are_counted_from_the_first_end(string end, int months, int renewals, string expected) =>
        Assert.Equal(Day(expected), Periods.RenewedEnd(Day(end), months, renewals));

    [Fact]
    public void Ends_of_months_stay_ends_of_months()
    {
        for (var k = 0; k < 60; k++)
            Assert.Equal(1, Periods.RenewedEnd(Day("2027-02-28"), 1, k).AddDays(1).Day);
    }

    [Theory]
    [InlineData("2027-02-28", 3, 0, "2026-11-30")]
    [InlineData("2028-02-29", 3, 0, "2027-11-30")]
    [InlineData("2026-12-31", 3, 0, "2026-09-30")]
    [InlineData("2026-12-31", 6, 0, "2026-06-30")]
    [InlineData("2026-05-30", 3, 0, "2026-02-27")]
    [InlineData("2024-05-28", 3, 0, "2024-02-28")]
    [InlineData("2026-12-31", 0, 30, "2026-12-01")]
    [InlineData("2026-12-31", 0, 90, "2026-10-02")]
    [InlineData("2026-12-31", 0, 0, "2026-12-31")]
    public void The_limit_of_the_notice_never_moves(string end, int months, int days, string expected)
    {
        var notice = months > 0 ? NoticePeriod.OfMonths(months) : NoticePeriod.OfDays(days);
        Assert.Equal(Day(expected), Periods.NoticeLimit(Day(end), notice));
    }

    [Theory]
    [InlineData("2027-02-28", 3, null, "2026-11-30")] // a Monday
    [InlineData("2026-07-31", 3, null, "2026-04-30")]
    [InlineData("2026-08-01", 3, null, "2026-04-30")] // limit on Friday 1 May
    [InlineData("2026-08-03", 3, null, "2026-04-30")] // limit on Sunday 3 May
    [InlineData("2027-01-31", 3, null, "2026-10-30")] // limit on Saturday 31 October
    [InlineData("2026-07-03", 3, null, "2026-04-03")] // Good Friday
    [InlineData("2026-07-03", 3, "67", "2026-04-02")]
    [InlineData("2027-02-28", 0, null, "2027-02-26")] // no notice: the end, a Sunday
    public void The_decision_is_due_on_a_working_day(string end, int months, string? departement, string expected) =>
        Assert.Equal(Day(expected), Periods.DecisionDeadline(Day(end), NoticePeriod.OfMonths(months), departement));

    [Theory]
    [InlineData("2024-01-01", 0, "2024-03-01", "2027-02-28")]
    [InlineData("2027-02-28", 0, "2024-03-01", "2027-02-28")]
    [InlineData("2027-03-01", 1, "2027-03-01", "2028-02-29")]
    [InlineData("2028-02-29", 1, "2027-03-01", "2028-02-29")]
    [InlineData("2028-03-01", 2, "2028-03-01", "2029-02-28")]
    public void The_current_period_is_computed(string day, int renewals, string start, string end) =>
        Assert.Equal(
            new RenewedPeriod(renewals, Day(start), Day(end)),
            Periods.Current(Day("2024-03-01"), Day("2027-02-28"), 12, Day(day)));

    [Fact]
    public void Renewals_stop_at_the_most_allowed() =>
        Assert.Equal(Day("2028-02-29"), Periods.Current(Day("2024-03-01"), Day("2027-02-28"), 12, Day("2035-01-01"), 1).End);

    [Theory]
    [InlineData("2026-11-30", "2027-02-28")]
    [InlineData("2026-12-01", "2028-02-29")]
    [InlineData("2025-01-01", "2027-02-28")]
    [InlineData("2027-11-30", "2028-02-29")]
    [InlineData("2027-12-01", "2029-02-28")]
    public void A_late_notice_waits_for_the_next_end(string received, string expected) =>
        Assert.Equal(Day(expected), Periods.NoticeEffect(Day("2027-02-28"), 12, NoticePeriod.OfMonths(3), Day(received)));

    [Fact]
    public void Notices_stay_in_range()
    {
        Assert.True(NoticePeriod.None.IsNone);
        Assert.Equal(default, NoticePeriod.None);
        Assert.Throws<ArgumentOutOfRangeException>(() => NoticePeriod.OfMonths(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => NoticePeriod.OfDays(100_000));
    }

    private static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
