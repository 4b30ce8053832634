using Intranet.Experts;
using Intranet.Shared;

namespace Intranet.Tests.Experts;

public sealed class SponsorshipTests
{
    private static readonly DateOnly Day = new(2026, 3, 1);

    [Fact]
    public void It_holds_a_year_from_the_start_or_the_renewal_and_not_after_its_end()
    {
        var sponsorship = new Sponsorship(1, 2, 3, Day);
        Assert.Equal(new(2027, 2, 28), sponsorship.Until);
        Assert.False(sponsorship.IsOn(Day.AddDays(-1)));
        Assert.True(sponsorship.IsOn(sponsorship.Until));
        Assert.False(sponsorship.IsOn(sponsorship.Until.AddDays(1)));
        sponsorship.Renew(new(2027, 2, 10));
        Assert.Equal(new(2028, 2, 9), sponsorship.Until);
        sponsorship.End(new(2027, 6, 1));
        Assert.True(sponsorship.IsOn(new(2027, 6, 1)));
        Assert.False(sponsorship.IsOn(new(2027, 6, 2)));
    }

    [Fact]
    public void It_is_to_renew_in_its_last_thirty_days_and_after_until_ended()
    {
        var sponsorship = new Sponsorship(1, 2, 3, Day);
        Assert.False(sponsorship.IsToRenew(sponsorship.Until.AddDays(-31)));
        Assert.True(sponsorship.IsToRenew(sponsorship.Until.AddDays(-30)));
        Assert.True(sponsorship.IsToRenew(sponsorship.Until.AddDays(100)));
        sponsorship.End(sponsorship.Until);
        Assert.False(sponsorship.IsToRenew(sponsorship.Until.AddDays(100)));
    }

    [Fact]
    public void Nobody_sponsors_oneself_and_what_is_ended_changes_no_more()
    {
        Assert.Throws<BrokenRuleException>(() => new Sponsorship(1, 1, 3, Day));
        var sponsorship = new Sponsorship(1, 2, 3, Day);
        Assert.Throws<BrokenRuleException>(() => sponsorship.End(Day.AddDays(-1)));
        Assert.Throws<BrokenRuleException>(() => sponsorship.Renew(Day.AddDays(-1)));
        sponsorship.End(Day.AddDays(3));
        Assert.Throws<BrokenRuleException>(() => sponsorship.Renew(Day.AddDays(9)));
        Assert.Throws<BrokenRuleException>(() => sponsorship.End(Day.AddDays(9)));
    }
}
