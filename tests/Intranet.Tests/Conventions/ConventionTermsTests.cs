using Intranet.Conventions;
using Intranet.Shared;

namespace Intranet.Tests.Conventions;

public class ConventionTermsTests
{
    private static DateOnly D(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static ConventionTerms Terms(string start, string? end, NoticePeriod notice, RenewalMode mode, int? months = null, int? most = null)
        => new(D(start), end is null ? null : D(end), notice, mode, months, most);

    [Theory]
    // End of February, ordinary and leap years: ends of months stay ends of months.
    [InlineData("2024-03-01", "2025-02-28", 12, "2026-06-01", 2, "2027-02-28")]
    [InlineData("2024-03-01", "2025-02-28", 12, "2028-01-10", 3, "2028-02-29")]
    [InlineData("2023-03-01", "2024-02-29", 12, "2024-12-01", 1, "2025-02-28")]
    // Months of 30 and 31 days.
    [InlineData("2026-01-01", "2026-01-31", 1, "2026-02-10", 1, "2026-02-28")]
    [InlineData("2026-01-01", "2026-01-31", 1, "2026-03-31", 2, "2026-03-31")]
    // The last day still belongs to its period.
    [InlineData("2025-01-01", "2025-12-31", 12, "2025-12-31", 0, "2025-12-31")]
    [InlineData("2025-01-01", "2025-12-31", 12, "2026-01-01", 1, "2026-12-31")]
    public void TacitRolls(string start, string end, int months, string day, int renewals, string expected)
    {
        var period = Terms(start, end, NoticePeriod.OfMonths(3), RenewalMode.Tacit, months).On(D(day))!;
        Assert.Equal((renewals, D(expected), true), (period.Renewals, period.End!.Value, period.Rolls));
    }

    [Fact]
    public void TacitStopsAtItsMaximum()
    {
        var terms = Terms("2020-01-01", "2020-12-31", NoticePeriod.OfMonths(2), RenewalMode.Tacit, 12, 2);
        var last = terms.On(D("2026-01-01"))!;
        Assert.Equal((2, D("2022-12-31"), false), (last.Renewals, last.End!.Value, last.Rolls));
        Assert.Equal(D("2022-12-31"), terms.FinalEnd(null));
    }

    [Fact]
    public void RenewalLastsAsLongAsTheFirstPeriodUnlessWritten()
    {
        Assert.Equal(36, Terms("2024-03-01", "2027-02-28", NoticePeriod.None, RenewalMode.Tacit).RollMonths);
        Assert.Equal(12, Terms("2024-03-01", "2027-02-28", NoticePeriod.None, RenewalMode.Tacit, 12).RollMonths);
        for (var months = 1; months <= 120; months++)
            Assert.Equal(months, new ConventionTerms(new(2024, 1, 31), Periods.End(new(2024, 1, 31), months), default, RenewalMode.Tacit, null, null).RollMonths);
    }

    [Theory]
    [InlineData("2027-02-28", 3, 0, "2026-11-30", "2026-11-30")]
    [InlineData("2026-12-31", 0, 30, "2026-12-01", "2026-12-01")]
    [InlineData("2026-05-31", 1, 0, "2026-04-30", "2026-04-30")]
    [InlineData("2026-06-01", 1, 0, "2026-05-01", "2026-04-30")] // 1 May, a Friday: the day before
    [InlineData("2027-02-28", 0, 7, "2027-02-21", "2027-02-19")] // a Sunday: the Friday before
    public void LimitNeverMovesAndDeadlineIsAWorkingDay(string end, int months, int days, string limit, string deadline)
    {
        var notice = days > 0 ? NoticePeriod.OfDays(days) : NoticePeriod.OfMonths(months);
        var period = Terms("2024-01-01", end, notice, RenewalMode.Express).On(D("2024-06-01"))!;
        Assert.Equal((D(limit), D(deadline)), (period.NoticeLimit!.Value, period.DecisionDeadline!.Value));
    }

    [Theory]
    [InlineData("2026-11-30", "2027-02-28")]
    [InlineData("2026-12-01", "2028-02-29")] // one day late: the next period's end
    public void NoticeCountsByTheDayOfReceipt(string received, string effect)
    {
        var terms = Terms("2024-03-01", "2027-02-28", NoticePeriod.OfMonths(3), RenewalMode.Tacit, 12);
        Assert.Equal(D(effect), terms.NoticeEffect(D(received)));
        var after = terms.On(D("2030-01-01"), D(received))!;
        Assert.Equal((D(effect), false), (after.End!.Value, after.Rolls));
    }

    [Fact]
    public void LateNoticeOfAnExpressAgreementEndsItAtItsEnd()
        => Assert.Equal(D("2027-02-28"), Terms("2024-03-01", "2027-02-28", NoticePeriod.OfMonths(3), RenewalMode.Express).NoticeEffect(D("2027-02-01")));

    [Fact]
    public void OpenEndedHasNoEndUntilNotice()
    {
        var terms = Terms("2020-01-01", null, NoticePeriod.OfMonths(3), RenewalMode.None);
        var period = terms.On(D("2030-01-01"))!;
        Assert.Equal((null, null, null), (period.End, period.NoticeLimit, period.DecisionDeadline));
        Assert.Null(terms.FinalEnd(null));
        Assert.Equal(D("2026-10-31"), terms.FinalEnd(D("2026-07-31")));
    }

    [Fact]
    public void WithoutDatesThereIsNoPeriod() => Assert.Null(new ConventionTerms(null, null, default, RenewalMode.None, null, null).On(D("2026-01-01")));
}
