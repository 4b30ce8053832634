using Intranet.Training;

namespace Intranet.Tests.Training;

public sealed class ValidityTests
{
    private static readonly ValidityTerms Unlimited = new(ValidityMode.None, 0, 0);
    private static readonly ValidityTerms TwoYears = new(ValidityMode.FromCompletion, 24, 3);
    private static readonly ValidityTerms TwoYearsFromExpiry = new(ValidityMode.FromExpiry, 24, 3);

    [Fact]
    public void Without_limit_it_holds_for_ever_from_its_day()
    {
        var held = Assert.Single(Of(Unlimited, "2024-05-15"));
        Assert.Equal(new HeldPeriod(Day("2024-05-15"), null), held);
        Assert.False(held.IsOn(Day("2024-05-14")));
        Assert.True(held.IsOn(Day("2024-05-15")));
        Assert.True(held.IsOn(Day("2099-01-01")));
    }

    [Theory]
    [InlineData("2024-05-15", 12, "2025-05-14")]
    [InlineData("2024-02-29", 12, "2025-02-27")]
    [InlineData("2024-02-29", 48, "2028-02-28")]
    [InlineData("2023-03-01", 12, "2024-02-29")]
    [InlineData("2022-03-01", 12, "2023-02-28")]
    [InlineData("2024-08-31", 6, "2025-02-27")]
    [InlineData("2023-08-31", 6, "2024-02-28")]
    [InlineData("2024-01-01", 1, "2024-01-31")]
    public void From_completion_it_holds_to_the_eve_of_the_anniversary(string on, int months, string until)
    {
        var held = Assert.Single(Of(new(ValidityMode.FromCompletion, months, 0), on));
        Assert.Equal(Day(until), held.To);
        Assert.True(held.IsOn(Day(until)));
        Assert.False(held.IsOn(Day(until).AddDays(1)));
    }

    [Fact]
    public void From_completion_a_renewal_counts_from_its_own_day_whenever_it_is()
        => Assert.Equal([Day("2025-12-31"), Day("2027-11-14")], Of(TwoYears, "2024-01-01", "2025-11-15").Select(p => p.To!.Value));

    [Theory]
    // The window is the last three months, both its ends included.
    [InlineData("2025-10-01", "2027-12-31")]
    [InlineData("2025-12-31", "2027-12-31")]
    // A day too early, and a day too late: from its own day.
    [InlineData("2025-09-30", "2027-09-29")]
    [InlineData("2026-01-01", "2027-12-31")]
    [InlineData("2026-01-02", "2028-01-01")]
    public void From_expiry_a_renewal_within_its_window_adds_to_the_previous_expiry(string again, string until)
        => Assert.Equal(Day(until), Of(TwoYearsFromExpiry, "2024-01-01", again)[1].To);

    [Fact]
    public void Renewals_in_a_row_keep_ends_of_months()
    {
        // The first day without it is 31/08, then the last of February, then 31/08 again: months are counted from the first.
        var terms = new ValidityTerms(ValidityMode.FromExpiry, 6, 1);
        var periods = Of(terms, "2023-02-28", "2023-08-10", "2024-02-20");
        Assert.Equal([Day("2023-08-27"), Day("2024-02-27"), Day("2024-08-27")], periods.Select(p => p.To!.Value));
        Assert.Equal(Day("2024-02-28"), Of(terms, "2023-08-31")[0].To);
        Assert.Equal(Day("2024-08-30"), Validity.Of(terms, [new(Day("2023-02-28"), Day("2023-08-30")), new(Day("2023-08-15")), new(Day("2024-02-10"))])[2].To);
    }

    [Fact]
    public void From_expiry_over_the_29th_of_February()
    {
        // Completed on 01/03/2022 for 24 months: the last day is 29/02/2024, and two years later 28/02/2026.
        Assert.Equal([Day("2024-02-29"), Day("2026-02-28"), Day("2028-02-29")], Of(TwoYearsFromExpiry, "2022-03-01", "2024-02-01", "2026-01-15").Select(p => p.To!.Value));
    }

    [Fact]
    public void The_same_course_noted_twice_takes_nothing_away()
    {
        var once = Of(TwoYearsFromExpiry, "2024-01-01", "2025-11-01", "2027-11-01");
        var twice = Of(TwoYearsFromExpiry, "2024-01-01", "2025-11-01", "2025-11-01", "2027-11-01");
        Assert.Equal(Day("2029-12-31"), once[^1].To);
        Assert.Equal(once[^1].To, twice[^1].To);
    }

    [Fact]
    public void What_the_certificate_states_stands_in_place_of_the_rule()
    {
        Assert.Equal(Day("2024-06-30"), Validity.Of(TwoYears, [new(Day("2024-01-01"), Day("2024-06-30"))])[0].To);
        Assert.Equal(Day("2024-06-30"), Validity.Of(Unlimited, [new(Day("2024-01-01"), Day("2024-06-30"))])[0].To);
        // A renewal within the window of a stated expiry adds to it.
        Assert.Equal(Day("2026-06-30"), Validity.Of(TwoYearsFromExpiry, [new(Day("2024-01-01"), Day("2024-06-30")), new(Day("2024-06-01"))])[1].To);
        Assert.Equal(Day("2028-02-29"), Validity.Of(TwoYearsFromExpiry, [new(Day("2023-01-01"), Day("2024-02-29")), new(Day("2024-02-29")), new(Day("2025-12-15"))])[2].To);
    }

    [Fact]
    public void The_order_in_which_completions_are_known_changes_nothing()
        => Assert.Equal(Of(TwoYearsFromExpiry, "2022-03-01", "2024-02-01", "2026-01-15"), Of(TwoYearsFromExpiry, "2026-01-15", "2022-03-01", "2024-02-01"));

    [Fact]
    public void It_is_held_until_the_first_break()
    {
        HeldPeriod[] periods = [new(Day("2024-01-01"), Day("2024-06-30")), new(Day("2024-07-01"), Day("2024-12-31")), new(Day("2025-01-02"), null)];
        Assert.Equal(Day("2024-12-31"), Validity.HeldUntil(periods, Day("2024-03-01")));
        Assert.Null(Validity.HeldUntil(periods, Day("2025-01-02")));
    }

    private static IReadOnlyList<HeldPeriod> Of(ValidityTerms terms, params string[] days) => Validity.Of(terms, days.Select(d => new Completion(Day(d))));

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
