using Intranet.Experts;
using Intranet.Shared;
using static Intranet.Tests.Experts.Networks;

namespace Intranet.Tests.Experts;

/// <summary>The quarter's figures: nobody named, small counts masked, delays by topic only.</summary>
public sealed class QuarterReportTests
{
    private static readonly Quarter Q4 = new(2026, 4);
    private static readonly DateOnly Monday = new(2026, 10, 5);

    [Fact]
    public void A_quarter_is_read_from_its_address_and_the_one_to_come_is_not()
    {
        Assert.Equal(Q4, Quarter.Read(null, Today));
        Assert.Equal(new Quarter(2025, 1), Quarter.Read("2025-T1", Today));
        Assert.Null(Quarter.Read("2027-T1", Today));
        Assert.Null(Quarter.Read("2026-T5", Today));
        Assert.Null(Quarter.Read("hier", Today));
        Assert.Equal((new DateOnly(2026, 10, 1), new DateOnly(2026, 12, 31)), (Q4.From, Q4.To));
        Assert.Equal(new Quarter(2025, 4), new Quarter(2026, 1).Previous);
        Assert.Equal("2026-T4", Q4.Code);
    }

    [Fact]
    public void Counts_of_five_and_more_are_shown_with_the_median_of_working_days_of_each_topic()
    {
        var report = Of([.. Answered(OutsidePlacement, true, 1, 2, 3, 4, 5), .. Answered(OutsidePlacement, true, 9), .. Answered(Addictions, false, 2, 2, 2, 2, 2), .. Waiting(Addictions, 5)]);
        Assert.Equal((16, 11, 5, 6, 5, 0), (report.Asked.Shown, report.Answered.Shown, report.Unanswered.Shown, report.Helped.Shown, report.NotHelped.Shown, report.Unsaid.Shown));
        Assert.Equal([(Addictions, 10, 2m), (OutsidePlacement, 6, 3.5m)], report.Topics.Select(t => (t.TopicId, t.Asked.Shown!.Value, t.MedianDays!.Value)));
        Assert.False(report.HasMasked);
    }

    [Fact]
    public void A_small_count_is_masked_and_a_second_one_where_subtraction_gives_it_back()
    {
        var report = Of([.. Answered(OutsidePlacement, true, 1, 1, 1), .. Answered(Addictions, true, 1, 1, 1, 1, 1, 1, 1, 1), .. Answered(Bracelet, true, 1, 1, 1, 1, 1, 1)]);
        Assert.Equal(17, report.Asked.Shown);
        Assert.Equal([Mask.None, Mask.Hidden, Mask.Small], report.Topics.Select(t => t.Asked.Mask));
        // Three answers would tell the delay of one expert.
        Assert.Null(report.Topics[2].MedianDays);
    }

    [Fact]
    public void What_was_said_of_answers_does_not_give_back_the_few_that_did_not_help()
    {
        var report = Of([.. Answered(Addictions, true, 1, 1, 1, 1, 1, 1), .. Answered(Addictions, false, 1, 1), .. Waiting(Addictions, 6)]);
        Assert.Equal((14, 8, 6), (report.Asked.Shown, report.Answered.Shown, report.Unanswered.Shown));
        Assert.Equal((Mask.Hidden, Mask.Small), (report.Helped.Mask, report.NotHelped.Mask));
        Assert.True(report.HasMasked);
    }

    [Fact]
    public void Few_answers_are_not_the_difference_of_two_counts_shown()
    {
        var report = Of([.. Answered(Addictions, true, 1), .. Answered(Addictions, false, 1, 1), .. Waiting(Addictions, 8)]);
        Assert.Equal((11, null, null), (report.Asked.Shown, report.Answered.Shown, report.Unanswered.Shown));
    }

    [Fact]
    public void Reasons_to_decline_are_quoted_only_when_several_said_the_same()
    {
        var said = new ReportedRequest(Addictions, Monday, null, null, [.. Enumerable.Repeat("Hors de mon domaine", 5), "HORS DE MON DOMAINE", "Je pars en congé voir ma sœur"], false);
        var report = Of([said]);
        Assert.Equal("Hors de mon domaine", report.Reasons[0].Reason);
        Assert.Equal("Autres raisons", Assert.Single(report.Reasons.Skip(1)).Reason);
        Assert.Equal(Mask.Small, report.Reasons[1].Count.Mask);
        Assert.Null(report.Reasons[0].Count.Shown is { } shown && report.Declined.Shown is { } all ? all - shown : (int?)null);
    }

    [Fact]
    public void Gaps_are_topics_that_nobody_knows_and_those_left_over()
    {
        var left = new ReportedRequest(OutsidePlacement, Monday, null, null, [], true);
        var report = QuarterReport.Of(Q4, [left, .. Waiting(Addictions, 1), .. Waiting(Bracelet, 1)], Networks.Of([Somebody(1), Somebody(2, Bracelet)]));
        Assert.Equal([Addictions, OutsidePlacement], report.Gaps.Select(g => g.TopicId));
        Assert.Contains("Personne dans le réseau", report.Gaps[0].Why, StringComparison.Ordinal);
    }

    private static QuarterReport Of(IReadOnlyCollection<ReportedRequest> requests) => QuarterReport.Of(Q4, requests, Networks.Of([Somebody(1)]));

    private static IEnumerable<ReportedRequest> Answered(int topic, bool helped, params int[] days)
        => days.Select(d => new ReportedRequest(topic, Monday, WorkingDays.Add(Monday, d), helped, [], false));

    private static IEnumerable<ReportedRequest> Waiting(int topic, int count) => Enumerable.Range(0, count).Select(_ => new ReportedRequest(topic, Monday, null, null, [], false));
}
