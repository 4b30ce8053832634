using Intranet.Contacts;
using Intranet.Shared;

namespace Intranet.Tests.Contacts;

public sealed class RegistersTests
{
    private static readonly DateOnly Start = new(2022, 3, 1);
    private static readonly DateOnly End = new(2027, 2, 28);
    private static readonly DateOnly Ask = new(2026, 8, 28);

    [Theory]
    [InlineData("2022-02-28", AuthorisationState.Coming)]
    [InlineData("2022-03-01", AuthorisationState.Valid)]
    [InlineData("2026-08-27", AuthorisationState.Valid)]
    [InlineData("2026-08-28", AuthorisationState.ToRenew)]
    [InlineData("2027-02-28", AuthorisationState.ToRenew)]
    [InlineData("2027-03-01", AuthorisationState.Expired)]
    public void The_day_makes_the_state(string day, AuthorisationState state)
        => Assert.Equal(state, new Authorisation("Agrément PE", 1, Start, End).StateOn(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void Renewal_is_asked_for_six_months_before_unless_another_day_is_chosen()
    {
        var authorisation = new Authorisation("Agrément PE", 1, Start, End);
        Assert.Equal(Ask, authorisation.AskOn);
        authorisation.Grant("Agrément PE", 1, Start, End, new DateOnly(2026, 5, 4));
        Assert.Equal(new DateOnly(2026, 5, 4), authorisation.AskOn);
    }

    [Fact]
    public void Once_asked_for_it_is_valid_until_its_end()
    {
        var authorisation = new Authorisation("Agrément PE", 1, Start, End);
        authorisation.Ask(Ask.AddDays(3));
        Assert.Equal(AuthorisationState.Valid, authorisation.StateOn(End));
        Assert.Equal(AuthorisationState.Expired, authorisation.StateOn(End.AddDays(1)));
    }

    [Fact]
    public void Without_an_end_there_is_nothing_to_ask_for()
    {
        var authorisation = new Authorisation("Habilitation TIG", 1, Start, null);
        Assert.Null(authorisation.AskOn);
        Assert.Equal(AuthorisationState.Valid, authorisation.StateOn(new DateOnly(2060, 1, 1)));
    }

    [Fact]
    public void The_list_of_named_staff_keeps_those_who_stay()
    {
        var authorisation = new Authorisation("Agrément PE", 1, Start, End);
        authorisation.List([4, 5]);
        var five = authorisation.Listed.Single(l => l.PersonId == 5);
        authorisation.List([5, 6, 6]);
        Assert.Equal([5, 6], authorisation.Listed.Select(l => l.PersonId).Order());
        Assert.Same(five, authorisation.Listed.Single(l => l.PersonId == 5));
    }

    [Fact]
    public void A_renewal_asked_after_the_end_is_refused()
        => Assert.Equal("AskOn", Assert.Throws<BrokenRuleException>(() => new Authorisation("CPOM", 1, Start, End).Grant("CPOM", 1, Start, End, End.AddDays(1))).Field);

    [Theory]
    [InlineData("2025-12-31", false)]
    [InlineData("2026-01-01", true)]
    [InlineData("2026-06-30", true)]
    [InlineData("2026-07-01", false)]
    public void A_delegation_allows_to_sign_on_its_days(string day, bool valid)
        => Assert.Equal(valid, Delegation.ToPost(3, "Conventions", new(2026, 1, 1), new(2026, 6, 30)).IsValidOn(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void A_delegation_goes_to_a_post_or_to_a_person()
    {
        var delegation = Delegation.ToPost(3, "Conventions", new(2026, 1, 1), null);
        Assert.Throws<BrokenRuleException>(() => delegation.GiveTo(3, 4));
        Assert.Throws<BrokenRuleException>(() => delegation.GiveTo(null, null));
        delegation.GiveTo(null, 4);
        Assert.Equal((null, 4), (delegation.PostId, delegation.PersonId));
    }

    [Fact]
    public void A_departure_ends_a_delegation_by_name_and_never_lengthens_it()
    {
        var delegation = Delegation.ToPerson(4, "Conventions", new(2026, 1, 1), new(2026, 6, 30));
        delegation.End(new(2026, 12, 31));
        Assert.Equal(new DateOnly(2026, 6, 30), delegation.Until);
        delegation.End(new(2026, 3, 31));
        Assert.Equal(new DateOnly(2026, 3, 31), delegation.Until);
    }
}
