using Intranet.Conventions;
using Intranet.Shared;

namespace Intranet.Tests.Conventions;

public class AmendmentTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);
    private static readonly DateOnly Start = new(2024, 3, 1), End = new(2027, 2, 28);

    private static Convention Signed(RenewalMode renewal = RenewalMode.Express, DateOnly? end = null)
    {
        var convention = new Convention("CV-2024-001", "Placement extérieur", 1, Start);
        convention.About("Placement extérieur", 1, "", 12, 3850, null);
        convention.Run(new ConventionTerms(Start, end ?? End, NoticePeriod.OfMonths(3), renewal, null, null), new(2024, 1, 10));
        convention.Between([10, 11], [20]);
        convention.Sign(new(2024, 1, 18), new(2024, 1, 10), Today);
        return convention;
    }

    private static Amendment Project(Convention convention, DateOnly effect, DateOnly? end = null, int? places = null, long? price = null, params (int, bool)[] parties)
    {
        var amendment = convention.Amend("Objet", effect.AddDays(-20), effect);
        amendment.Change(end, places, price);
        amendment.Involve(parties);
        return amendment;
    }

    private static void Sign(Convention convention, Amendment amendment, DateOnly? on = null) => convention.SignAmendment(amendment, on ?? amendment.EffectOn.AddDays(-10), Today);

    [Fact]
    public void It_reads_as_it_stood_on_any_day()
    {
        var convention = Signed();
        Sign(convention, Project(convention, new(2025, 9, 1), places: 14));
        Sign(convention, Project(convention, new(2026, 1, 1), price: 4150));
        Assert.Equal((12, 3850L), (convention.PlacesOn(new(2025, 8, 31)), convention.DailyPriceOn(new(2025, 12, 31))));
        Assert.Equal((14, 4150L), (convention.PlacesOn(new(2025, 9, 1)), convention.DailyPriceOn(new(2026, 1, 1))));
        Assert.Equal((12, 3850L), (convention.Places, convention.DailyPriceCents));
        Assert.Equal(["1", "1 2"], new DateOnly[] { new(2025, 9, 1), Today }.Select(d => string.Join(' ', convention.ReadOn(d).Amendments.Select(a => a.Number))));
    }

    [Fact]
    public void What_a_tacit_renewal_goes_on_with_is_what_amendments_left()
    {
        var convention = Signed(RenewalMode.Tacit);
        Sign(convention, Project(convention, new(2025, 9, 1), places: 14));
        Project(convention, new(2026, 1, 1), places: 20);
        var facts = new ConventionFacts { FinalPlaces = convention.ReadOn(DateOnly.MaxValue).Places, Start = Start, End = End, NoticeMonths = 3, Renewal = RenewalMode.Tacit, SignedOn = convention.SignedOn };
        Assert.EndsWith("à 14 places.", ConventionWords.WithoutDecision(facts, facts.Decision(Today)!, Today), StringComparison.Ordinal);
    }

    [Fact]
    public void A_project_or_an_abandoned_one_changes_nothing()
    {
        var convention = Signed();
        Project(convention, new(2025, 9, 1), places: 14);
        var given = Project(convention, new(2025, 10, 1), places: 20);
        given.Abandon(Today);
        Assert.Equal(12, convention.PlacesOn(Today));
        Assert.Throws<BrokenRuleException>(() => Sign(convention, given));
    }

    [Fact]
    public void A_new_end_counts_at_once_and_the_past_keeps_the_old_one()
    {
        var convention = Signed();
        Sign(convention, Project(convention, new(2026, 12, 1), new(2028, 2, 29)), new(2026, 11, 20));
        Assert.Equal((new(2028, 2, 29), new(2028, 2, 29)), (convention.End!.Value, convention.FinalEnd!.Value));
        Assert.Equal(End, convention.ReadOn(new(2026, 11, 30)).End);
        Assert.Equal(new(2028, 2, 29), convention.ReadOn(new(2026, 12, 1)).End);
    }

    [Fact]
    public void Ends_follow_the_order_of_effect_whatever_the_order_of_recording()
    {
        var convention = Signed();
        var (first, second) = (Project(convention, new(2025, 6, 1), new(2027, 8, 31)), Project(convention, new(2026, 6, 1), new(2028, 2, 29)));
        Sign(convention, second);
        Sign(convention, first);
        Assert.Equal(new(2028, 2, 29), convention.End);
        Assert.Equal([End, new(2027, 8, 31)], new[] { first.EndBefore!.Value, second.EndBefore!.Value });
        Assert.Equal([End, new(2027, 8, 31), new(2028, 2, 29)], new DateOnly[] { new(2025, 5, 31), new(2025, 6, 1), new(2026, 6, 1) }.Select(d => convention.ReadOn(d).End!.Value));
    }

    [Fact]
    public void An_open_agreement_may_get_an_end_and_was_open_before()
    {
        var convention = new Convention("CV-2020-001", "Ouverte", 1, Today);
        convention.Run(new ConventionTerms(new(2020, 1, 1), null, default, RenewalMode.None, null, null), null);
        convention.Between([10], [20]);
        convention.Sign(new(2019, 12, 1), null, Today);
        Sign(convention, Project(convention, new(2026, 1, 1), new(2026, 12, 31)));
        Assert.Equal((null, new(2026, 12, 31)), (convention.ReadOn(new(2025, 12, 31)).End, convention.End!.Value));
    }

    [Fact]
    public void A_longer_period_makes_renewals_no_longer_and_their_count_starts_again()
    {
        var convention = Signed(RenewalMode.Tacit, new(2025, 2, 28));
        Assert.True(convention.TellRenewals(Today));
        Assert.Equal(2, convention.RenewalsTold);
        Sign(convention, Project(convention, new(2026, 11, 1), new(2028, 2, 29)));
        Assert.Equal((12, 0), (convention.RenewalMonths!.Value, convention.RenewalsTold));
        Assert.False(convention.TellRenewals(new(2028, 2, 29)));
        Assert.True(convention.TellRenewals(new(2028, 3, 1)));
        Assert.Equal(new(2029, 2, 28), convention.Terms.On(new(2028, 3, 1))!.End);
        Assert.Equal(new(2026, 2, 28), convention.ReadOn(new(2026, 1, 15)).Period!.End);
    }

    [Fact]
    public void Parties_join_and_leave_from_the_day_of_effect()
    {
        var convention = Signed();
        Sign(convention, Project(convention, new(2025, 9, 1), parties: [(11, false)]));
        Assert.Equal([10, 11], convention.ReadOn(new(2025, 8, 31)).PartyIds(LinkRole.Establishment));
        Assert.Equal([10], convention.ReadOn(new(2025, 9, 1)).PartyIds(LinkRole.Establishment));
        // Who left still reads what was agreed: the link, and so the scope, stays.
        Assert.Contains(convention.Subject.Links, l => l.ToId == 11);
        Assert.Throws<BrokenRuleException>(() => Sign(convention, Project(convention, new(2026, 1, 1), parties: [(10, false)])));
    }

    [Fact]
    public void It_is_signed_after_the_convention_and_its_own_text_and_says_something()
    {
        var convention = Signed();
        var amendment = Project(convention, new(2025, 9, 1), places: 14);
        Assert.Throws<BrokenRuleException>(() => Sign(convention, amendment, new(2024, 1, 17)));
        Assert.Throws<BrokenRuleException>(() => Sign(convention, amendment, new(2025, 8, 11)));
        Assert.Throws<BrokenRuleException>(() => Sign(convention, amendment, Today.AddDays(1)));
        Sign(convention, amendment, new(2025, 8, 12));
        Assert.Throws<BrokenRuleException>(() => amendment.Change(null, 20, null));
        Assert.Throws<BrokenRuleException>(() => Sign(convention, Project(convention, new(2026, 1, 1))));
    }

    [Fact]
    public void Numbers_are_never_given_twice_and_a_draft_has_no_amendment()
    {
        var convention = Signed();
        Project(convention, Today).Abandon(Today);
        Assert.Equal(2, Project(convention, Today).Number);
        Assert.Throws<BrokenRuleException>(() => convention.Amend("Objet", null, Start.AddDays(-1)));
        Assert.Throws<BrokenRuleException>(() => new Convention("CV-2026-009", "Projet", 1, Today).Amend("Objet", null, Today));
    }

    [Fact]
    public void What_it_changes_is_said_before_and_after()
    {
        var convention = Signed();
        var amendment = Project(convention, new(2025, 9, 1), new(2028, 2, 29), 14);
        string[] expected = ["Fin 28/02/2027 29/02/2028", "Places 12 14"];
        Assert.Equal(expected, Effects());
        Sign(convention, amendment);
        Sign(convention, Project(convention, new(2026, 9, 1), places: 16));
        Assert.Equal(expected, Effects());
        IEnumerable<string> Effects() => AmendmentWords.Effects(convention, amendment).Select(e => $"{e.Label} {e.Before} {e.After}");
    }

    [Fact]
    public void A_signed_one_typed_wrong_is_rectified_with_a_reason_as_if_it_had_been_signed_so()
    {
        var convention = Signed();
        var (first, second) = (Project(convention, new(2025, 6, 1), new(2027, 8, 31), 14), Project(convention, new(2026, 6, 1), new(2028, 2, 29)));
        Sign(convention, first);
        Sign(convention, second);
        Assert.Throws<BrokenRuleException>(() => convention.RectifyAmendment(first, " ", new(2025, 5, 20), () => { }, Today));
        Assert.Throws<BrokenRuleException>(() => convention.RectifyAmendment(Project(convention, new(2026, 9, 1), places: 16), "Erreur.", new(2026, 8, 20), () => { }, Today));

        // The first had no new end: the second replaces the end first signed.
        convention.RectifyAmendment(first, "Lu de travers.", new(2025, 5, 22), () => first.Change(null, 16, null), Today);
        Assert.Equal(("Lu de travers.", new(2025, 5, 22), null, End), (convention.Rectification, first.SignedOn!.Value, first.EndBefore, second.EndBefore!.Value));
        Assert.Equal((new(2028, 2, 29), 16, End), (convention.FinalEnd!.Value, convention.PlacesOn(Today)!.Value, convention.ReadOn(new(2025, 7, 1)).End!.Value));

        // Neither had: the end is the first again.
        convention.RectifyAmendment(second, "Lu de travers.", new(2026, 5, 22), () => second.Change(null, null, 4200), Today);
        Assert.Equal((End, 4200L), (convention.FinalEnd!.Value, convention.DailyPriceOn(Today)!.Value));
        Assert.NotEqual("Lu de travers.", convention.Rectification);
    }

    [Fact]
    public void A_rectified_one_keeps_to_the_rules_of_signature()
    {
        Refused("avant la convention", new(2024, 1, 17), a => a.Describe("Objet", null, a.EffectOn, ""));
        Refused("précéder le texte", new(2025, 8, 11), _ => { });
        Refused("ne se date pas d’avance", Today.AddDays(1), _ => { });
        Refused("ce que l’avenant change", new(2025, 8, 20), a => a.Change(null, null, null));
        Refused("avant le début", new(2025, 8, 20), a => a.Describe("Objet", null, Start.AddDays(-1), ""));
        Refused("au moins", new(2025, 8, 20), a => a.Involve([(10, false), (11, false)]));

        static void Refused(string why, DateOnly on, Action<Amendment> write)
        {
            var convention = Signed();
            var amendment = Project(convention, new(2025, 9, 1), places: 14);
            Sign(convention, amendment);
            Assert.Throws<BrokenRuleException>(() => amendment.Change(null, 15, null));
            Assert.Contains(why, Assert.Throws<BrokenRuleException>(() => convention.RectifyAmendment(amendment, "Erreur.", on, () => write(amendment), Today)).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Who_never_joined_does_not_read_it_any_more()
    {
        var convention = Signed();
        var amendment = Project(convention, new(2025, 9, 1), places: 14, parties: [(11, false)]);
        Sign(convention, amendment);
        convention.RectifyAmendment(amendment, "C’est l’autre.", new(2025, 8, 22), () => amendment.Involve([(10, false)]), Today);
        Assert.Equal([11], convention.ReadOn(Today).PartyIds(LinkRole.Establishment));
        // Parties of the convention itself keep reading.
        Assert.Equal([10, 11, 20], convention.Subject.Links.Select(l => l.ToId).Order());
    }

    [Fact]
    public void A_price_is_typed_with_a_comma_or_a_point()
    {
        Assert.Equal([4150L, 4150L, 4100L, 123456L, null], new[] { "41,50", "41.5 €", "41", "1 234,56", " " }.Select(t => Euros.Cents(t, "")));
        Assert.All(new[] { "41,505", "quarante", "-3", "1e3" }, t => Assert.Throws<BrokenRuleException>(() => Euros.Cents(t, "")));
        Assert.Equal("41,50", Euros.Text(4150));
    }
}
