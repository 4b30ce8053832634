using Intranet.Conventions;
using Intranet.Shared;

namespace Intranet.Tests.Conventions;

public class EndingTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    private static Convention Signed(DateOnly start, DateOnly? end, RenewalMode renewal = RenewalMode.Express, int notice = 3, int? most = null)
    {
        var convention = new Convention("CV-2024-001", "Placement extérieur", 1, start);
        convention.Run(new ConventionTerms(start, end, NoticePeriod.OfMonths(notice), renewal, null, most), null);
        convention.Sign(start.AddDays(-10), null, Today);
        return convention;
    }

    private static ConventionFacts Asked(DateOnly end, int months, RenewalMode renewal = RenewalMode.Express)
        => new() { SignedOn = new(2020, 1, 1), Start = new(2020, 1, 1), End = end, RequestMonths = months, Renewal = renewal };

    [Theory]
    [InlineData("2027-02-28", 9, "2026-05-29")] // 31 May 2026 is a Sunday: the Friday before
    [InlineData("2028-02-29", 6, "2027-08-31")] // end of a leap February: the end of August
    [InlineData("2027-02-01", 9, "2026-04-30")] // 1 May, a Friday: the day before
    [InlineData("2026-12-31", 4, "2026-08-31")]
    public void The_request_is_due_so_many_months_before_the_end(string end, int months, string expected)
        => Assert.Equal(DateOnly.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), Asked(DateOnly.Parse(end, System.Globalization.CultureInfo.InvariantCulture), months).RequestDeadline);

    [Fact]
    public void There_is_nothing_to_ask_where_it_rolls_ends_or_is_followed()
    {
        Assert.Null(Asked(new(2027, 2, 28), 9, RenewalMode.Tacit).RequestDeadline);
        var (noticed, followed, open) = (Asked(new(2027, 2, 28), 9), Asked(new(2027, 2, 28), 9), Asked(new(2027, 2, 28), 9));
        (noticed.NoticeReceivedOn, followed.SuccessorStart, open.End) = (Today, new(2027, 3, 1), null);
        Assert.All(new[] { noticed, followed, open }, f => Assert.Null(f.RequestDeadline));
    }

    [Fact]
    public void Two_renewals_in_a_row_each_follow_the_last_and_none_while_one_is_pending()
    {
        var first = Signed(new(2020, 3, 1), new(2023, 2, 28));
        var second = new Convention("CV-2023-001", "Suite", 1, Today);
        second.Follow(first);
        first.Successors.Add(second);
        Assert.Contains("CV-2023-001", Assert.Throws<BrokenRuleException>(() => new Convention("CV-2023-002", "Autre", 1, Today).Follow(first)).Message, StringComparison.Ordinal);
        var third = new Convention("CV-2026-001", "Suite de la suite", 1, Today);
        Assert.Throws<BrokenRuleException>(() => third.Follow(second));

        second.Run(new ConventionTerms(new(2023, 3, 1), new(2026, 2, 28), default, RenewalMode.Express, null, null), null);
        second.Sign(new(2023, 2, 1), null, Today);
        third.Follow(second);
        second.Successors.Add(third);
        third.Run(new ConventionTerms(new(2026, 3, 1), new(2029, 2, 28), default, RenewalMode.Express, null, null), null);
        third.Sign(new(2026, 2, 1), null, Today);
        Assert.Throws<BrokenRuleException>(() => new Convention("CV-2026-002", "Autre", 1, Today).Follow(first));
        Assert.Equal([ConventionState.Replaced, ConventionState.Replaced, ConventionState.InForce], new[] { Facts(first), Facts(second), Facts(third) }.Select(f => f.On(Today)));

        static ConventionFacts Facts(Convention c) => new() { SignedOn = c.SignedOn, Start = c.Start, End = c.End, Renewal = c.Renewal, HasSuccessor = c.Successors.Count > 0, SuccessorStart = c.Successors.Min(s => s.Start) };
    }

    [Fact]
    public void An_abandoned_successor_leaves_room_for_another()
    {
        var first = Signed(new(2024, 3, 1), new(2027, 2, 28));
        var given = new Convention("CV-2026-001", "Suite", 1, Today);
        given.Follow(first);
        first.Successors.Add(given);
        given.Abandon(Today, "Trop tôt.");
        new Convention("CV-2026-002", "Autre suite", 1, Today).Follow(first);
    }

    [Fact]
    public void A_notice_one_day_late_ends_the_next_period()
    {
        var (intime, late) = (Signed(new(2024, 3, 1), new(2025, 2, 28), RenewalMode.Tacit), Signed(new(2024, 3, 1), new(2025, 2, 28), RenewalMode.Tacit));
        intime.Denounce(new(2025, 11, 30), true, Today);
        late.Denounce(new(2025, 12, 1), true, Today);
        Assert.Equal((new(2026, 2, 28), new(2027, 2, 28)), (intime.FinalEnd!.Value, late.FinalEnd!.Value));
    }

    [Fact]
    public void A_renewal_is_decided_between_the_signature_and_today_and_not_once_denounced()
    {
        var convention = Signed(new(2024, 3, 1), new(2027, 2, 28));
        Assert.Throws<BrokenRuleException>(() => convention.DecideRenewal(Today.AddDays(1), Today));
        convention.DecideRenewal(Today, Today);
        convention.DecideRenewal(null, Today);
        Assert.Null(convention.RenewalDecidedOn);
        convention.Denounce(Today, false, Today);
        Assert.Throws<BrokenRuleException>(() => convention.DecideRenewal(Today, Today));
        Assert.Throws<BrokenRuleException>(() => new Convention("CV-2026-003", "Projet", 1, Today).Request(Today, Today));
    }

    [Fact]
    public void What_is_applied_after_its_end_says_since_when_by_whom_and_why()
    {
        var convention = Signed(new(2023, 11, 1), new(2026, 10, 31));
        Assert.Throws<BrokenRuleException>(() => convention.AcceptExpired(new(2026, 10, 31), "La direction", "En attente.", Today));
        Assert.Throws<BrokenRuleException>(() => convention.AcceptExpired(Today.AddDays(1), "La direction", "En attente.", Today));
        Assert.Throws<BrokenRuleException>(() => convention.AcceptExpired(new(2026, 11, 1), " ", "En attente.", Today));
        Assert.Throws<BrokenRuleException>(() => convention.AcceptExpired(new(2026, 11, 1), "La direction", "", Today));
        convention.AcceptExpired(new(2026, 11, 1), "La direction", "En attente.", Today);
        Assert.Equal(new(2026, 11, 1), convention.AcceptedSince);
        Assert.Throws<BrokenRuleException>(() => Signed(new(2024, 1, 1), null).AcceptExpired(Today, "La direction", "En attente.", Today));
    }

    [Theory]
    [InlineData("2025-02-28", "2025-02-28", 0)]
    [InlineData("2025-02-28", "2025-03-01", 1)]
    [InlineData("2024-02-29", "2026-03-01", 3)]
    public void Tacit_renewals_are_told_once(string end, string day, int renewals)
    {
        var on = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
        var last = DateOnly.Parse(end, System.Globalization.CultureInfo.InvariantCulture);
        var convention = Signed(last.AddDays(1).AddYears(-1), last, RenewalMode.Tacit);
        Assert.Equal(renewals > 0, convention.TellRenewals(on));
        Assert.Equal(renewals, convention.RenewalsTold);
        Assert.False(convention.TellRenewals(on));
    }

    [Fact]
    public void A_successor_takes_the_content_without_dates_or_values()
    {
        var source = new Convention("CV-2024-001", "Source", 1, Today);
        source.Promise("Une place réservée", true, Today);
        source.Share([("Absences", "Établissement", "SPIP", SharingRule.Must, "convention")]);
        source.Indicators.Add(new Indicator("Admissions", "personnes", 1200, true, 1));
        var next = new Convention("CV-2026-001", "Suite", 1, Today);
        next.TakeContent(source);
        Assert.Equal(("Une place réservée", null), (next.Commitments.Single().Text, next.Commitments.Single().DueOn));
        Assert.Equal("Absences", next.Sharing.Single().What);
        Assert.Equal((1200L, 0), (next.Indicators.Single().TargetHundredths!.Value, next.Indicators.Single().Values.Count));
    }
}
