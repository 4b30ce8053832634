using Intranet.Contacts;
using Intranet.Shared;

namespace Intranet.Tests.Contacts;

public sealed class StaffPresenceTests
{
    private static readonly DateOnly Arrival = new(2026, 3, 2);
    private static readonly DateOnly LastDay = new(2026, 9, 30);

    private static StaffMember Member(DateOnly? to = null, DateOnly? leaveFrom = null, DateOnly? leaveTo = null, DateOnly? fixedTerm = null)
    {
        var member = new StaffMember(1, "Éducateur spécialisé", Arrival);
        member.Work(1, "Éducateur spécialisé", Arrival, fixedTerm);
        if (to is { } day)
            member.Leave(day);
        member.TakeLongLeave(leaveFrom, leaveTo);
        return member;
    }

    private static bool InPost(StaffMember member, DateOnly day) => new[] { member }.AsQueryable().InPost(day).Any();

    private static bool Present(StaffMember member, DateOnly day) => new[] { member }.AsQueryable().Present(day).Any();

    [Fact]
    public void The_day_of_arrival_and_the_last_day_both_count()
    {
        var member = Member(to: LastDay);
        Assert.False(InPost(member, Arrival.AddDays(-1)));
        Assert.True(InPost(member, Arrival));
        Assert.True(InPost(member, LastDay));
        Assert.False(InPost(member, LastDay.AddDays(1)));
    }

    [Fact]
    public void Somebody_who_comes_and_goes_the_same_day_was_there_that_day_only()
    {
        var member = Member(to: Arrival);
        Assert.True(InPost(member, Arrival));
        Assert.False(InPost(member, Arrival.AddDays(1)));
    }

    [Fact]
    public void On_the_day_of_a_relay_the_leaving_and_the_arriving_are_both_in_post()
    {
        var leaving = new StaffMember(1, "Veilleur de nuit", new DateOnly(2020, 1, 1));
        leaving.Leave(Arrival);
        StaffMember[] team = [leaving, Member()];
        Assert.Equal(2, team.AsQueryable().InPost(Arrival).Count());
        Assert.Equal(1, team.AsQueryable().InPost(Arrival.AddDays(1)).Count());
        Assert.Equal(1, team.AsQueryable().InPost(Arrival.AddDays(-1)).Count());
    }

    [Fact]
    public void A_long_leave_takes_away_presence_not_the_post()
    {
        var member = Member(leaveFrom: new(2026, 5, 1), leaveTo: new(2026, 5, 31));
        Assert.True(Present(member, new(2026, 4, 30)));
        Assert.False(Present(member, new(2026, 5, 1)));
        Assert.False(Present(member, new(2026, 5, 31)));
        Assert.True(Present(member, new(2026, 6, 1)));
        Assert.True(InPost(member, new(2026, 5, 15)));
    }

    [Fact]
    public void A_leave_without_an_end_lasts() => Assert.False(Present(Member(leaveFrom: new(2026, 5, 1)), new(2036, 5, 1)));

    [Fact]
    public void The_end_of_a_contract_announces_a_departure_but_ends_nothing()
    {
        var member = Member(fixedTerm: LastDay);
        Assert.True(InPost(member, LastDay.AddDays(1)));
        var list = new[] { member }.AsQueryable();
        Assert.Empty(list.LeavingWithin(LastDay.AddDays(-91), 90));
        Assert.Single(list.LeavingWithin(LastDay.AddDays(-90), 90));
    }

    [Fact]
    public void A_written_departure_counts_before_the_end_of_the_contract()
        => Assert.Empty(new[] { Member(to: new(2027, 6, 30), fixedTerm: LastDay) }.AsQueryable().LeavingWithin(LastDay.AddDays(-10), 90));

    [Fact]
    public void A_departure_before_the_arrival_is_refused()
        => Assert.Throws<BrokenRuleException>(() => Member(to: Arrival.AddDays(-1)));
}
