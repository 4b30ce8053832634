using Intranet.Contacts;
using Intranet.Shared;

namespace Intranet.Tests.Contacts;

public sealed class PostTests
{
    private static readonly DateOnly Start = new(2024, 9, 1);

    [Fact]
    public void Ending_an_old_holding_never_touches_the_current_one()
    {
        var post = Post.AtPartner(1, "JAP", PostLevel.Institution);
        var old = post.Appoint(11, Start);
        old.End(new(2026, 8, 31), "Dossiers en cours : voir le greffe.");
        var current = post.Appoint(12, new(2026, 9, 1));
        old.End(new(2026, 7, 31));
        Assert.Null(current.To);
        Assert.Equal(new(2026, 7, 31), old.To);
    }

    [Fact]
    public void The_same_person_does_not_hold_a_post_twice_at_once_but_may_come_back()
    {
        var post = Post.AtPartner(1, "JAP", PostLevel.Institution);
        post.Appoint(11, Start).End(new(2025, 8, 31));
        Assert.Throws<BrokenRuleException>(() => post.Appoint(11, new(2025, 8, 31)));
        Assert.Equal(new(2026, 1, 1), post.Appoint(11, new(2026, 1, 1)).From);
        Assert.Throws<BrokenRuleException>(() => post.Appoint(11, new(2026, 2, 1)));
    }

    [Fact]
    public void Two_people_may_hold_a_post()
    {
        var post = Post.AtEstablishment(1, "Éducatrice", PostLevel.Field);
        post.Appoint(11, Start);
        post.Appoint(12, Start);
        Assert.Equal(2, post.Holdings.Count(h => h.IsOn(Start)));
    }

    [Fact]
    public void A_service_line_has_no_holder_and_a_held_post_does_not_become_one()
    {
        var line = Post.AtPartner(1, "Permanence CPIP", PostLevel.Field);
        line.BecomeServiceLine("lundi à vendredi, 9 h à 17 h");
        Assert.Throws<BrokenRuleException>(() => line.Appoint(11, Start));
        var post = Post.AtPartner(1, "CPIP", PostLevel.Field);
        post.Appoint(11, Start);
        Assert.Throws<BrokenRuleException>(() => post.BecomeServiceLine(""));
    }

    [Fact]
    public void Closing_a_post_ends_what_is_open_and_leaves_the_past()
    {
        var post = Post.AtPartner(1, "JAP", PostLevel.Institution);
        var old = post.Appoint(11, Start);
        old.End(new(2025, 8, 31), "relais");
        var current = post.Appoint(12, new(2025, 9, 1));
        post.Close(new(2026, 11, 21));
        Assert.Equal((new DateOnly(2025, 8, 31), "relais"), (old.To, old.Relay));
        Assert.Equal(new(2026, 11, 21), current.To);
        Assert.Throws<BrokenRuleException>(() => post.Appoint(13, new(2026, 12, 1)));
    }

    [Theory]
    [InlineData(null, Freshness.Advised)]
    [InlineData("2025-11-22", Freshness.Fresh)]
    [InlineData("2025-11-21", Freshness.Advised)]
    [InlineData("2024-11-22", Freshness.Advised)]
    [InlineData("2024-11-21", Freshness.Mandatory)]
    public void A_verification_is_advised_then_mandatory(string? verified, Freshness expected)
        => Assert.Equal(expected, Verification.Of(verified is null ? null : DateOnly.Parse(verified, System.Globalization.CultureInfo.InvariantCulture), 12, new(2026, 11, 21)));

    [Fact]
    public void Absences_do_not_overlap_and_nobody_stands_in_for_themselves()
    {
        var person = new Person("Claire", "Mazères", "annuaire");
        person.BeAway(new(2026, 11, 1), new(2026, 11, 10), 12);
        Assert.Throws<BrokenRuleException>(() => person.BeAway(new(2026, 11, 10), new(2026, 11, 20), null));
        Assert.Throws<BrokenRuleException>(() => person.BeAway(new(2026, 12, 1), new(2026, 12, 2), person.Id));
        person.BeAway(new(2026, 11, 11), new(2026, 11, 11), null);
        Assert.Equal(2, person.Absences.Count);
    }

    [Fact]
    public void Erasure_keeps_dates_and_forgets_the_person()
    {
        var person = new Person("Claire", "Mazères", "annuaire");
        person.ReachBy("01 02 03 04 05", "claire@justice.example");
        person.Depart(new(2022, 6, 30));
        person.Erase(new(2026, 11, 21));
        Assert.Equal((Person.ErasedName, "", ""), (person.FullName, person.Email, person.Phone));
        Assert.Equal(new(2022, 6, 30), person.DepartedOn);
        Assert.Equal(Reach.Hidden, person.Describe().Reach);
    }
}
