using FsCheck;
using FsCheck.Fluent;
using Intranet.Conventions;
using Intranet.Shared;

namespace Intranet.Tests.Conventions;

/// <summary>What holds of notice and of tacit renewals whatever the dates: February, leap years, month ends included.</summary>
public sealed class ConventionTermsProperties
{
    private static readonly Gen<DateOnly> Days = Gen.Choose(0, 20_000).Select(n => new DateOnly(2000, 1, 1).AddDays(n));

    /// <summary>First days of months come often: their periods end on the last day of a month.</summary>
    private static readonly Gen<DateOnly> Starts = Gen.OneOf(Days, Days.Select(d => new DateOnly(d.Year, d.Month, 1)), Gen.Choose(2000, 2050).Select(y => new DateOnly(y, 3, 1)));

    private static readonly Gen<NoticePeriod> Notices = Gen.OneOf(Gen.Choose(0, 12).Select(NoticePeriod.OfMonths), Gen.Choose(0, 200).Select(NoticePeriod.OfDays));

    private static readonly Gen<ConventionTerms> Tacit =
        from start in Starts
        from months in Gen.Choose(1, 60)
        from notice in Notices
        from roll in Gen.Choose(1, 36)
        select new ConventionTerms(start, Periods.End(start, months), notice, RenewalMode.Tacit, roll, null);

    private static readonly Gen<(ConventionTerms Terms, DateOnly Day)> OnADay = from terms in Tacit from days in Gen.Choose(0, 9_000) select (terms, terms.Start!.Value.AddDays(days));

    [Fact]
    public void Ends_of_months_stay_ends_of_months() => Holds(OnADay.Where(t => t.Terms.End!.Value.AddDays(1).Day == 1), t => t.Terms.On(t.Day)!.End!.Value.AddDays(1).Day == 1);

    [Fact]
    public void A_period_holds_its_day_and_the_next_begins_the_day_after() => Holds(OnADay, t =>
    {
        var period = t.Terms.On(t.Day)!;
        var next = t.Terms.On(period.End!.Value.AddDays(1))!;
        return period.Start <= t.Day && t.Day <= period.End && next.Start == period.End.Value.AddDays(1) && next.Renewals == period.Renewals + 1;
    });

    [Fact]
    public void Two_renewals_in_a_row_are_counted_from_the_first_end() => Holds(Tacit, terms =>
    {
        var second = terms.On(terms.On(terms.End!.Value.AddDays(1))!.End!.Value.AddDays(1))!;
        return second.Renewals == 2 && second.End == terms.End.Value.AddDays(1).AddMonths(2 * terms.RollMonths).AddDays(-1);
    });

    [Fact]
    public void Notice_received_on_the_limit_ends_the_period_and_a_day_late_the_next_one_at_the_earliest() => Holds(OnADay, t =>
    {
        var period = t.Terms.On(t.Day)!;
        return t.Terms.NoticeEffect(period.NoticeLimit!.Value) <= period.End && t.Terms.NoticeEffect(period.NoticeLimit.Value.AddDays(1)) > period.End;
    });

    [Fact]
    public void A_notice_ends_at_the_end_of_a_period_whose_limit_it_keeps() => Holds(OnADay, t =>
    {
        var effect = t.Terms.NoticeEffect(t.Day);
        return t.Terms.On(effect)!.End == effect && t.Day <= t.Terms.On(effect)!.NoticeLimit && t.Terms.On(DateOnly.MaxValue.AddYears(-200), t.Day)!.End == effect;
    });

    [Fact]
    public void The_decision_is_due_on_a_working_day_a_few_days_before_the_limit_at_most() => Holds(OnADay, t =>
    {
        var period = t.Terms.On(t.Day)!;
        return period.DecisionDeadline <= period.NoticeLimit && period.NoticeLimit.Value.DayNumber - period.DecisionDeadline!.Value.DayNumber <= 5 && WorkingDays.IsWorkingDay(period.DecisionDeadline.Value);
    });

    [Fact]
    public void Express_never_rolls() => Holds(OnADay, t => (t.Terms with { Renewal = RenewalMode.Express }).On(t.Day.AddYears(50)) is { Renewals: 0, Rolls: false } period && period.End == t.Terms.End);

    private static void Holds<T>(Gen<T> values, Func<T, bool> property) => Prop.ForAll(values.ToArbitrary(), property).QuickCheckThrowOnFailure();
}
