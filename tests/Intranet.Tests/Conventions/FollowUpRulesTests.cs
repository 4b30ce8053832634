using Intranet.Conventions;
using Intranet.Shared;

namespace Intranet.Tests.Conventions;

public sealed class FollowUpRulesTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    // Places and occupancy

    private static AgreedPlaces Agreed(int? first, params (DateOnly From, int Places)[] changes) => new(first, new(2024, 3, 1), changes);

    [Fact]
    public void Places_agreed_follow_the_amendments_in_effect_that_day()
    {
        var agreed = Agreed(12, (new(2026, 9, 1), 14), (new(2027, 1, 1), 16));
        Assert.Null(agreed.On(new(2024, 2, 29)));
        Assert.Equal(12, agreed.On(new(2024, 3, 1)));
        Assert.Equal(12, agreed.On(new(2026, 8, 31)));
        Assert.Equal(14, agreed.On(new(2026, 9, 1)));
        Assert.Equal(16, agreed.On(new(2027, 1, 1)));
        Assert.Null(Agreed(null).On(Today));
    }

    [Fact]
    public void More_than_agreed_that_day_is_an_excess()
    {
        var agreed = Agreed(12, (new(2026, 9, 1), 14));
        Assert.True(agreed.IsExceeded(new(2026, 8, 31), 13));
        Assert.False(agreed.IsExceeded(new(2026, 9, 1), 13));
        Assert.False(agreed.IsExceeded(new(2026, 9, 1), 14));
        Assert.False(Agreed(null).IsExceeded(Today, 3));
    }

    [Fact]
    public void Occupancy_is_days_used_on_theoretical_days()
    {
        // The picture's first year: 12 places from 1 March to 31 December are 3,672 days.
        var occupancy = Occupancy.Between(new(2024, 1, 1), new(2024, 12, 31), Monthly(new(2024, 3, 1), 10, 10), Agreed(12))!;
        Assert.Equal((3060L, 3672L, new DateOnly(2024, 12, 31)), (occupancy.Used, occupancy.Theoretical, occupancy.Until));
        Assert.Equal(0.833, occupancy.Rate, 3);
    }

    [Fact]
    public void Occupancy_counts_each_day_against_the_places_of_that_day()
    {
        // February 2028 has 29 days; 14 places from the 15th on.
        var occupancy = Occupancy.Between(new(2028, 2, 1), new(2028, 2, 29), [(new(2028, 2, 1), 12)], Agreed(12, (new(2028, 2, 15), 14)))!;
        Assert.Equal((29L * 12, 14L * 12 + 15 * 14), (occupancy.Used, occupancy.Theoretical));
    }

    [Fact]
    public void Occupancy_leaves_out_days_that_no_count_covers()
    {
        // A count holds a quarter at most; before the first one nothing is known.
        var occupancy = Occupancy.Between(new(2025, 1, 1), new(2025, 12, 31), [(new(2025, 2, 1), 6)], Agreed(12))!;
        Assert.Equal((92L * 6, 92L * 12, new DateOnly(2025, 5, 3)), (occupancy.Used, occupancy.Theoretical, occupancy.Until));
        // A count of the year before still holds.
        Assert.Equal(31 * 6L, Occupancy.Between(new(2025, 1, 1), new(2025, 12, 31), [(new(2024, 11, 1), 6)], Agreed(12))!.Used);
        Assert.Null(Occupancy.Between(new(2025, 1, 1), new(2025, 12, 31), [], Agreed(12)));
        Assert.Null(Occupancy.Between(new(2025, 1, 1), new(2025, 12, 31), [(new(2025, 2, 1), 6)], Agreed(null)));
    }

    [Fact]
    public void Occupancy_goes_above_one_when_places_are_exceeded()
        => Assert.Equal(1.25, Occupancy.Between(new(2025, 1, 1), new(2025, 1, 31), [(new(2025, 1, 1), 15)], Agreed(12))!.Rate, 3);

    private static List<(DateOnly, int)> Monthly(DateOnly from, int used, int months) => [.. Enumerable.Range(0, months).Select(n => (from.AddMonths(n), used))];

    // Referrals

    /// <summary>Received by month, ending with the last month before the current quarter (September 2026).</summary>
    private static Dictionary<DateOnly, int> Months(params int[] received)
        => received.Select((n, i) => (Month: new DateOnly(2026, 9, 1).AddMonths(i - received.Length + 1), n)).ToDictionary(m => m.Month, m => m.n);

    [Fact]
    public void Referrals_dried_up_when_a_quarter_is_under_half_the_mean_of_the_four_before()
    {
        var trend = ReferralTrend.On(Today, Months([.. Enumerable.Repeat(4, 12), 2, 2, 1]))!;
        Assert.Equal(("3e trimestre 2026", 5, 12.0), (trend.Quarter.ToString(), trend.Received, trend.Mean));
        Assert.True(trend.IsDry);
        // Exactly half isn't under half.
        Assert.False(ReferralTrend.On(Today, Months([.. Enumerable.Repeat(4, 12), 2, 2, 2]))!.IsDry);
        // Nothing received is a zero, when somebody entered it.
        Assert.True(ReferralTrend.On(Today, Months([.. Enumerable.Repeat(4, 12), 0, 0, 0]))!.IsDry);
        // There never was much to dry up.
        Assert.False(ReferralTrend.On(Today, Months([.. Enumerable.Repeat(0, 15)]))!.IsDry);
    }

    [Fact]
    public void A_month_that_nobody_entered_is_no_zero()
    {
        var months = Months([.. Enumerable.Repeat(4, 15)]);
        // A hole among the four before: nothing can be said.
        Assert.Null(ReferralTrend.On(Today, months.Where(m => m.Key != new DateOnly(2026, 2, 1)).ToDictionary()));
        // Four quarters only: nothing to compare with.
        Assert.Null(ReferralTrend.On(Today, Months([.. Enumerable.Repeat(4, 12)])));
        // September isn't entered yet: the quarter before is told, as long as it has four before it.
        var longer = Months([.. Enumerable.Repeat(4, 18)]);
        longer.Remove(new DateOnly(2026, 9, 1));
        Assert.Equal("2e trimestre 2026", ReferralTrend.On(Today, longer)!.Quarter.ToString());
        // Two quarters without a word: nothing is told any more.
        longer.Remove(new DateOnly(2026, 6, 1));
        Assert.Null(ReferralTrend.On(Today, longer));
    }

    [Fact]
    public void The_quarter_under_way_is_not_told()
    {
        var months = Months([.. Enumerable.Repeat(4, 15)]);
        months[new(2026, 10, 1)] = 0;
        months[new(2026, 11, 1)] = 0;
        Assert.False(ReferralTrend.On(Today, months)!.IsDry);
        Assert.Equal(new Quarter(new(2026, 10, 1)), Quarter.Of(new(2026, 12, 31)));
        Assert.Equal("1er trimestre 2027", Quarter.Of(new(2027, 1, 1)).ToString());
    }

    [Fact]
    public void Referrals_are_masked_by_month_source_and_reason_together()
    {
        var convention = Signed();
        convention.CountReferrals(new(2026, 10, 5), [("SPIP-MO", 6, 2, 1, 6), ("JAP", 2, 0, 0, 0)], [("place", 7), ("juge", 1)], Today);
        convention.CountReferrals(new(2026, 9, 1), [("SPIP-MO", 9, 0, 0, 8), ("JAP", null, null, null, null)], [("place", null)], Today);
        var table = ReferralTable.Of([.. convention.Referrals], [.. convention.NotConcluded], new Dictionary<string, string> { ["SPIP-MO"] = "SPIP", ["JAP"] = "Juge" }, new Dictionary<string, string> { ["place"] = "Pas de place" }, Today);
        Assert.Equal(12, table.Months.Count);
        Assert.Equal(("octobre 2026", true, "8"), (table.Months[0].Label, table.Months[0].IsEntered, table.Months[0].Received.Text));
        Assert.False(table.Months[2].IsEntered);
        // By source 2 of 17 is small, so the other is masked too; the total and the months may stay.
        Assert.Equal([Mask.Hidden, Mask.Small], table.Sources.Select(s => s.Received.Mask));
        Assert.Equal(("17", "9"), (table.Total.Received.Text, table.Months[1].Received.Text));
        // Two met inside in one month and all from one source: masked everywhere.
        Assert.All([table.Months[0].MetInside, table.Sources[0].MetInside, table.Total.MetInside], c => Assert.Equal(Mask.Small, c.Mask));
        // 7 + 1: the one is small, the seven would give it back; a reason that the list no longer knows keeps its code.
        Assert.Equal([("Pas de place", Mask.Hidden), ("juge", Mask.Small)], table.Reasons.Select(r => (r.Label, r.Count.Mask)));
        Assert.True(table.HasMasked);
    }

    [Fact]
    public void A_month_of_referrals_is_corrected_and_taken_back()
    {
        var convention = Signed();
        convention.CountReferrals(new(2026, 10, 5), [("JAP", 2, null, null, 1)], [("juge", 1)], Today);
        convention.CountReferrals(new(2026, 10, 20), [("JAP", 3, null, null, 1)], [("juge", 0)], Today);
        Assert.Equal((new DateOnly(2026, 10, 1), 3, 0), (convention.Referrals.Single().Month, convention.Referrals.Single().Received, convention.NotConcluded.Count));
        convention.CountReferrals(new(2026, 10, 1), [("JAP", null, null, null, null)], [], Today);
        Assert.Empty(convention.Referrals);
        Assert.Equal("Month", Assert.Throws<BrokenRuleException>(() => convention.CountReferrals(new(2026, 12, 1), [], [], Today)).Field);
    }

    // Reviews

    [Theory]
    [InlineData("2024-01-01", "2026-12-31", "2025 2024")]
    // Six months to the day, then a day less; February counts as a month.
    [InlineData("2024-07-01", "2027-06-30", "2025 2024")]
    [InlineData("2024-07-02", "2027-07-01", "2025")]
    [InlineData("2023-01-01", "2025-06-30", "2025 2024 2023")]
    [InlineData("2023-01-01", "2025-06-29", "2024 2023")]
    // Open-ended.
    [InlineData("2024-03-01", null, "2025 2024")]
    // Not yet over.
    [InlineData("2026-01-01", "2028-12-31", "")]
    public void The_review_of_a_year_is_owed_after_six_months_in_force(string start, string? end, string years)
        => Assert.Equal(years, Owed(Facts(start, end)));

    [Fact]
    public void The_review_follows_signature_notice_and_what_replaces_it()
    {
        // Signed late: in force from then on only.
        Assert.Equal("2025", Owed(Facts("2024-01-01", "2026-12-31", f => f.SignedOn = new(2024, 7, 2))));
        Assert.Equal("2025 2024", Owed(Facts("2024-01-01", "2026-12-31", f => f.SignedOn = new(2024, 7, 1))));
        Assert.Equal("", Owed(Facts("2024-01-01", "2026-12-31", f => f.SignedOn = null)));
        // Replaced in 2025 before July.
        Assert.Equal("2024", Owed(Facts("2024-01-01", "2026-12-31", f => f.SuccessorStart = new(2025, 6, 30))));
        // Tacit: notice received in time ends it with the period.
        Assert.Equal("2025 2024", Owed(Facts("2024-01-01", "2024-12-31", f => f.Renewal = RenewalMode.Tacit)));
        Assert.Equal("2024", Owed(Facts("2024-01-01", "2024-12-31", f => (f.Renewal, f.NoticeMonths, f.NoticeReceivedOn) = (RenewalMode.Tacit, 3, new(2024, 9, 1)))));
        // Received too late, it runs another year.
        Assert.Equal("2025 2024", Owed(Facts("2024-01-01", "2024-12-31", f => (f.Renewal, f.NoticeMonths, f.NoticeReceivedOn) = (RenewalMode.Tacit, 3, new(2024, 10, 1)))));
    }

    [Fact]
    public void Applied_after_its_end_it_goes_on_owing_reviews()
        => Assert.Equal("2025 2024 2023", Owed(Facts("2023-01-01", "2024-12-31", f => f.AcceptedSince = new(2025, 1, 1))));

    [Fact]
    public void A_review_is_due_on_the_31st_of_March() => Assert.Equal(new DateOnly(2026, 3, 31), ReviewDue.On(2025));

    private static string Owed(ConventionFacts facts) => string.Join(' ', ReviewDue.Years(facts, Today, 6));

    private static ConventionFacts Facts(string start, string? end, Action<ConventionFacts>? change = null)
    {
        var facts = new ConventionFacts { Start = DateOnly.Parse(start), End = end is null ? null : DateOnly.Parse(end), SignedOn = DateOnly.Parse(start).AddDays(-20), Renewal = RenewalMode.Express };
        change?.Invoke(facts);
        return facts;
    }

    [Fact]
    public void A_change_after_one_signature_cancels_it_and_after_both_is_refused()
    {
        var review = new AnnualReview(2025);
        Assert.Throws<BrokenRuleException>(() => review.Sign(true, Today, "Hélène Vasseur", Today));
        review.Write(new(2026, 3, 12), "Peu de temps de rencontre.", null, "", Today);
        review.Decide(ReviewDecision.AsIs, "Le travail avance.");
        review.Sign(true, new(2026, 3, 20), "Hélène Vasseur", Today);
        review.Write(new(2026, 3, 12), "Peu de temps de rencontre.", null, "", Today);
        Assert.False(review.CancelledSignature);
        review.Write(new(2026, 3, 12), "Deux rencontres seulement.", null, "", Today);
        Assert.True(review.CancelledSignature);
        Assert.Null(review.SignedByUsOn);
        review.Sign(true, new(2026, 3, 20), "Hélène Vasseur", Today);
        review.Sign(false, new(2026, 3, 27), "Claire Mazères", Today);
        Assert.True(review.IsSigned);
        Assert.Throws<BrokenRuleException>(() => review.Decide(ReviewDecision.Stop, "Autre avis."));
        Assert.Throws<BrokenRuleException>(() => review.Sign(false, new(2026, 3, 28), "Claire Mazères", Today));
    }

    // Indicators

    [Fact]
    public void Indicators_keep_their_values_and_one_with_values_stays()
    {
        var convention = Signed();
        convention.DefineIndicators([(null, "Personnes accueillies", "personnes", 2000, true), (null, "Rencontres", "", null, false)]);
        var people = convention.Indicators.First();
        people.Say(2025, isOurs: true, 300, "", Today);
        Assert.Contains("a déjà des valeurs", Assert.Throws<BrokenRuleException>(() => convention.DefineIndicators([])).Message, StringComparison.Ordinal);
        Assert.Throws<BrokenRuleException>(() => convention.DefineIndicators([(null, "Rencontres", "", null, false), (null, "RENCONTRES", "", null, false)]));
    }

    [Fact]
    public void People_under_five_are_masked_and_no_difference_gives_them_back()
    {
        var people = new Indicator("Personnes accueillies", "personnes", null, countsPeople: true, 1);
        people.Say(2024, isOurs: true, 700, "", Today);
        people.Say(2025, isOurs: true, 400, "", Today);
        people.Say(2025, isOurs: false, 300, "", Today);
        var table = IndicatorTable.Of([people], [], Agreed(null), Today);
        var cell = table.Years[1].Cells[0];
        Assert.Equal((null, Mask.Small, null), (cell.Ours!.Shown, cell.Ours.Mask, cell.Change));
        Assert.Equal((null, Mask.Small), (cell.Partner!.Shown, cell.Partner.Mask));
        Assert.Equal(700, table.Years[0].Cells[0].Ours!.Shown);
    }

    [Fact]
    public void Places_days_and_occupancy_follow_from_the_counts_unless_entered()
    {
        Indicator[] indicators = [new("Places", "places", null, false, 1), new("Journées", "journées", null, false, 2), new("Occupation", "%", 9000, false, 3)];
        indicators[1].Say(2024, isOurs: true, 304800, "Logiciel de suivi", Today);
        var table = IndicatorTable.Of(indicators, [.. Monthly(new(2024, 3, 1), 10, 33)], Agreed(12, (new(2026, 9, 1), 14)), Today);
        Assert.Equal([2024, 2025, 2026], table.Years.Select(y => y.Year));
        Assert.Equal(new long?[] { 1200, 304800, 8300 }, table.Years[0].Cells.Select(c => c.Ours?.Shown));
        Assert.Equal([true, false, true], table.Years[0].Cells.Select(c => c.Ours!.IsComputed));
        Assert.Equal(365 * 10 * 100, table.Years[1].Cells[1].Ours!.Shown);
        Assert.Null(table.Years[1].Cells[1].Change);
        // A running year: places and shares are compared, sums aren't.
        Assert.Equal((true, Today), (table.Years[2].IsRunning, table.Years[2].Until!.Value));
        Assert.Equal(new long?[] { 200, null, -300 }, table.Years[2].Cells.Select(c => c.Change));
    }

    [Theory]
    [InlineData("12", 1200)]
    [InlineData("87,5", 8750)]
    [InlineData("87.5", 8750)]
    [InlineData("3 048", 304800)]
    [InlineData("94 %", 9400)]
    [InlineData("", null)]
    public void Values_are_typed_as_people_write_them(string typed, int? hundredths) => Assert.Equal(hundredths, Hundredths.Read(typed));

    [Fact]
    public void What_is_no_number_is_refused()
    {
        Assert.Throws<BrokenRuleException>(() => Hundredths.Read("douze"));
        Assert.Throws<BrokenRuleException>(() => Hundredths.Read("-1"));
    }

    [Fact]
    public void A_chart_breaks_its_line_where_a_value_is_missing()
    {
        var chart = new LineChart("", [new("2023", 80, ""), new("2024", 90, ""), new("2025", null, ""), new("2026", 94, "")], target: 90);
        Assert.Single(chart.Lines(chart.Points));
        Assert.Equal([80, 90, 100], chart.Ticks);
        Assert.True(chart.Y(94) < chart.Y(80));
        Assert.Equal([0.0, 5, 10], new LineChart("", [new("2024", 0, ""), new("2025", 9, "")]).Ticks);
        Assert.Equal([4.0, 5, 6], new LineChart("", [new("2024", 5, ""), new("2025", 5, "")]).Ticks);
    }

    // Places, money, commitments

    [Fact]
    public void Places_are_counted_once_a_day_within_the_convention()
    {
        var convention = Signed();
        convention.CountPlaces(new(2026, 11, 1), 12, Today);
        convention.CountPlaces(new(2026, 11, 1), 13, Today);
        Assert.Equal(13, convention.PlaceCounts.Single().Used);
        Assert.Equal("On", Assert.Throws<BrokenRuleException>(() => convention.CountPlaces(Today.AddDays(1), 1, Today)).Field);
        Assert.Equal("On", Assert.Throws<BrokenRuleException>(() => convention.CountPlaces(new(2024, 2, 29), 1, Today)).Field);
    }

    [Fact]
    public void An_annex_holds_together_and_an_empty_one_goes()
    {
        var convention = Signed();
        convention.Finance(2026, 4150, 5110, 3136, 3000, 2500, null, Today);
        var annex = convention.FinancialYears.Single();
        Assert.Equal(10_375_000, FinancialYear.Amount(annex.DailyPriceCents, annex.DaysPaid));
        Assert.Equal("DaysInvoiced", Assert.Throws<BrokenRuleException>(() => convention.Finance(2026, 4150, 5110, 3136, 3137, 0, null, Today)).Field);
        Assert.Equal("DaysPaid", Assert.Throws<BrokenRuleException>(() => convention.Finance(2026, 4150, 5110, 3136, 3000, 3001, null, Today)).Field);
        convention.Finance(2026, null, null, null, null, null, null, Today);
        Assert.Empty(convention.FinancialYears);
        Assert.Throws<BrokenRuleException>(() => convention.Finance(2028, 4150, null, null, null, null, null, Today));
    }

    [Theory]
    [InlineData(null, "2026-11-20", "Lapsed")]
    [InlineData(null, "2026-11-21", "Open")]
    [InlineData("2026-11-20", null, "Lapsed")]
    [InlineData("2026-11-20", "2030-01-01", "Lapsed")]
    [InlineData("2026-11-21", "2026-11-01", "Open")]
    [InlineData(null, null, "Open")]
    public void A_commitment_lapses_by_itself(string? due, string? end, string state)
    {
        var commitment = new Commitment("Une rencontre par trimestre", true, due is null ? null : DateOnly.Parse(due));
        DateOnly? last = end is null ? null : DateOnly.Parse(end);
        Assert.Equal(state, commitment.StateOn(Today, last).ToString());
        commitment.Fulfil(Today, "", Today);
        Assert.Equal(CommitmentState.Fulfilled, commitment.StateOn(Today, last));
        commitment.Fulfil(null, "", Today);
        Assert.Equal(state, commitment.StateOn(Today, last).ToString());
    }

    private static Convention Signed()
    {
        var convention = new Convention("CV-2024-001", "Placement extérieur", 1, new(2023, 9, 12));
        convention.Run(new ConventionTerms(new(2024, 3, 1), new(2027, 2, 28), NoticePeriod.OfMonths(3), RenewalMode.Express, null, null), new(2024, 1, 10));
        convention.Sign(new(2024, 1, 18), new(2024, 1, 10), Today);
        return convention;
    }
}
