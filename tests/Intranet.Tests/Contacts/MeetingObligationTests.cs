using Intranet.Contacts;

namespace Intranet.Tests.Contacts;

public sealed class MeetingObligationTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    [Fact]
    public void A_partner_never_seen_is_due_at_once()
        => Assert.Equal(new MeetingObligation(ObligationState.NeverSeen, Today), MeetingObligation.Of(null, 12, 12, Today));

    [Theory]
    [InlineData("2025-11-20", ObligationState.Late, "2026-11-20")]
    [InlineData("2025-11-21", ObligationState.Upcoming, "2026-11-21")]
    [InlineData("2026-02-19", ObligationState.Upcoming, "2027-02-19")]
    [InlineData("2026-02-20", ObligationState.UpToDate, "2027-02-20")]
    [InlineData("2026-11-21", ObligationState.UpToDate, "2027-11-21")]
    public void Late_from_the_day_after_and_to_plan_from_ninety_days_before(string last, ObligationState state, string due)
        => Assert.Equal(new MeetingObligation(state, DateOnly.Parse(due)), MeetingObligation.Of(DateOnly.Parse(last), 12, 12, Today));

    [Theory]
    [InlineData("2026-05-21", ObligationState.UpToDate)]
    [InlineData("2026-05-20", ObligationState.Upcoming)]
    public void Past_the_wished_delay_it_is_to_plan_even_far_from_the_due_date(string last, ObligationState state)
        => Assert.Equal(state, MeetingObligation.Of(DateOnly.Parse(last), 6, 18, Today).State);

    [Theory]
    [InlineData("2024-02-29", 12, "2025-02-28")]
    [InlineData("2025-08-31", 6, "2026-02-28")]
    [InlineData("2025-02-28", 12, "2026-02-28")]
    public void Ends_of_months_are_kept_within_the_month(string last, int months, string due)
        => Assert.Equal(DateOnly.Parse(due), MeetingObligation.Of(DateOnly.Parse(last), months, months, Today).Due);

    [Theory]
    [InlineData("2026-03-31")]
    [InlineData("2026-02-28")]
    [InlineData("2028-02-29")]
    [InlineData("2026-11-30")]
    [InlineData("2026-12-31")]
    public void The_limits_given_to_SQL_say_the_same_as_the_rule(string day)
    {
        var today = DateOnly.Parse(day);
        var now = MeetingObligation.EarliestInTime(today);
        var soon = MeetingObligation.EarliestInTime(today.AddDays(MeetingObligation.UpcomingDays + 1));
        foreach (var (wished, maximum) in new[] { (1, 1), (6, 12), (12, 12), (11, 18), (24, 60) })
        {
            for (var last = today.AddMonths(-maximum - 2); last <= today; last = last.AddDays(1))
            {
                var state = last < now[maximum] ? ObligationState.Late : last < now[wished] || last < soon[maximum] ? ObligationState.Upcoming : ObligationState.UpToDate;
                Assert.Equal(MeetingObligation.Of(last, wished, maximum, today).State, state);
            }
        }
    }
}
