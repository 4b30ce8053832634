using Intranet.Contacts;
using Intranet.Conventions;

namespace Intranet.Tests.Conventions;

/// <summary>Each reason of risk, from facts and the day alone.</summary>
public sealed class RiskRulesTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Fact]
    public void Nothing_to_say_of_a_convention_in_order()
        => Assert.Empty(ConventionRisks.Of(Signed(), InOrder(), Today));

    [Theory]
    [InlineData(89, nameof(RenewalMode.Express), true)]
    [InlineData(90, nameof(RenewalMode.Express), false)]
    [InlineData(60, nameof(RenewalMode.Tacit), false)]
    [InlineData(60, nameof(RenewalMode.None), true)]
    public void An_end_within_90_days_is_a_risk_unless_it_rolls(int days, string renewal, bool atRisk)
        => Assert.Equal(atRisk, Has(RiskKind.End, Signed(Today.AddDays(days), Enum.Parse<RenewalMode>(renewal))));

    [Fact]
    public void An_end_that_something_follows_is_no_risk()
    {
        var facts = Signed(Today.AddDays(40));
        facts.HasSuccessor = true;
        Assert.False(Has(RiskKind.End, facts));
    }

    [Fact]
    public void A_tacit_renewal_that_cannot_roll_again_ends()
    {
        var facts = Signed(Today.AddDays(40), RenewalMode.Tacit);
        facts.MaximumRenewals = 1;
        facts.Start = facts.Start!.Value.AddYears(-3);
        facts.End = Today.AddDays(40).AddYears(-3);
        facts.RenewalMonths = 36;
        Assert.True(Has(RiskKind.End, facts));
    }

    [Fact]
    public void Expired_or_applied_after_its_end()
    {
        var facts = Signed(Today.AddDays(-10));
        Assert.True(Has(RiskKind.End, facts));
        facts.AcceptedSince = Today.AddDays(-9);
        Assert.True(Has(RiskKind.Applied, facts));
        Assert.False(Has(RiskKind.End, facts));
    }

    [Fact]
    public void A_decision_due_within_30_days_or_late()
    {
        // Ends on 28/02/2027 with three months' notice: the limit is 30/11/2026.
        var facts = Signed(new DateOnly(2027, 2, 28), RenewalMode.Tacit, noticeMonths: 3);
        Assert.True(Has(RiskKind.Decision, facts));
        Assert.DoesNotContain(ConventionRisks.Of(facts, InOrder(), new DateOnly(2026, 10, 31)), r => r.Kind == RiskKind.Decision);
    }

    [Fact]
    public void An_express_renewal_is_asked_for_before_it_is_decided()
    {
        // Ends on 31/12/2027, to be asked for nine months before: 31/03/2027.
        var facts = Signed(new DateOnly(2027, 12, 31), RenewalMode.Express, noticeMonths: 3);
        facts.RequestMonths = 9;
        Assert.Empty(Of(new(2027, 3, 1)));
        Assert.Equal("Renouvellement à demander avant le 31/03/2027, dans 29 jours.", Assert.Single(Of(new(2027, 3, 2))).Sentence);
        Assert.Equal("Le renouvellement devait être demandé avant le 31/03/2027.", Assert.Single(Of(new(2027, 4, 1))).Sentence);
        // Near the decision, that alone is told.
        Assert.StartsWith("Décision à prendre", Assert.Single(Of(new(2027, 9, 15))).Sentence, StringComparison.Ordinal);
        facts.RequestedOn = new DateOnly(2027, 3, 15);
        Assert.Empty(Of(new(2027, 4, 1)));
        (facts.RequestedOn, facts.HasSuccessor) = (null, true);
        Assert.Empty(Of(new(2027, 4, 1)));

        IEnumerable<ConventionRisk> Of(DateOnly day) => ConventionRisks.Of(facts, InOrder(), day).Where(r => r.Kind == RiskKind.Decision);
    }

    [Fact]
    public void Nobody_follows_it_on_one_side()
    {
        Assert.Equal(2, ConventionRisks.Of(Signed(), With(r => r.Owner = r.Counterpart = null), Today).Count(r => r.Kind == RiskKind.Referent));
        Assert.True(Has(RiskKind.Referent, With(r => r.Owner!.Holder = null)));
        Assert.Contains("Référent à désigner", ConventionRisks.Of(Signed(), With(r => r.Owner!.Holder = null), Today).Single(r => r.Kind == RiskKind.Referent).Sentence, StringComparison.Ordinal);
        Assert.False(Has(RiskKind.Referent, With(r => (r.Counterpart!.Holder, r.Counterpart.IsServiceLine) = (null, true))));
        Assert.True(Has(RiskKind.Verification, With(r => r.Counterpart!.PostVerifiedOn = Today.AddMonths(-12))));
        Assert.False(Has(RiskKind.Verification, With(r => r.Counterpart!.PostVerifiedOn = Today.AddMonths(-12).AddDays(1))));
    }

    [Theory]
    [InlineData(-13, true)]
    [InlineData(-12, false)]
    [InlineData(null, true)]
    public void A_partner_not_met_in_time(int? months, bool atRisk)
        => Assert.Equal(atRisk, Has(RiskKind.Meeting, With(r => r.Partners = [new PartnerFacts("SPIP", months is { } m ? Today.AddMonths(m) : null, 12, 12)])));

    [Fact]
    public void Carried_by_one_person_of_one_side()
    {
        Assert.True(Has(RiskKind.OnePerson, With(r => r.TheirPeople = 1)));
        Assert.False(Has(RiskKind.OnePerson, With(r => (r.OurPeople, r.TheirPeople) = (0, 0))));
    }

    [Fact]
    public void Last_years_review_is_missed_from_1_April_if_it_applied_six_months()
    {
        var late = With(r => r.ReviewedYears = [2024]);
        Assert.True(Has(RiskKind.Review, late));
        Assert.Equal(2024, ReviewDue.Missing(Signed(), [], new DateOnly(2026, 3, 31)));
        Assert.Equal(2025, ReviewDue.Missing(Signed(), [], new DateOnly(2026, 4, 1)));
        var young = Signed();
        young.Start = new DateOnly(2025, 7, 2);
        Assert.Null(ReviewDue.Missing(young, [], Today));
        young.Start = new DateOnly(2025, 7, 1);
        Assert.Equal(2025, ReviewDue.Missing(young, [], Today));
    }

    [Fact]
    public void A_level_under_the_agreed_one_for_a_year()
    {
        Assert.True(Has(RiskKind.Articulation, With(r => (r.ObservedLevel, r.ObservedYear) = (ArticulationLevel.Formal, 2025))));
        Assert.False(Has(RiskKind.Articulation, With(r => (r.ObservedLevel, r.ObservedYear) = (ArticulationLevel.Formal, 2026))));
        Assert.False(Has(RiskKind.Articulation, With(r => (r.ObservedLevel, r.ObservedYear) = (ArticulationLevel.MinimalSharing, 2025))));
    }

    [Fact]
    public void Places_exceeded()
    {
        Assert.True(Has(RiskKind.Places, With(r => (r.PlacesAgreed, r.PlacesUsed) = (12, 13))));
        Assert.False(Has(RiskKind.Places, With(r => (r.PlacesAgreed, r.PlacesUsed) = (12, 12))));
        Assert.False(Has(RiskKind.Places, With(r => (r.PlacesAgreed, r.PlacesUsed) = (null, 13))));
    }

    [Fact]
    public void What_its_kind_requires()
    {
        Assert.True(Has(RiskKind.Authorisation, With(r => (r.Authorisation, r.HasAuthorisation) = ("Agrément placement extérieur", false))));
        Assert.True(Has(RiskKind.Evaluation, With(r => (r.NeedsEvaluation, r.Evaluator) = (true, ""))));
        Assert.True(Has(RiskKind.Incident, With(r => (r.NeedsIncidentProtocol, r.HasIncidentProtocol) = (true, false))));
        Assert.True(Has(RiskKind.Documents, With(r => r.IsToDocument = true)));
    }

    [Fact]
    public void Referrals_dry_up_under_half_the_mean_of_four_quarters()
    {
        // The last whole quarter is July to September 2026.
        Assert.False(Has(RiskKind.Referrals, With(r => r.Referrals = Monthly(4, 2))));
        Assert.True(Has(RiskKind.Referrals, With(r => r.Referrals = Monthly(4, 1))));
        Assert.False(Has(RiskKind.Referrals, With(r => r.Referrals = [.. Monthly(4, 0).Skip(6)])));
    }

    [Fact]
    public void A_dead_convention_has_no_risk()
    {
        var facts = Signed(Today.AddDays(10));
        facts.AbandonedOn = Today;
        Assert.Empty(ConventionRisks.Of(facts, new RiskFacts(), Today));
    }

    /// <summary>Twelve months of so many referrals from July 2025, then three of so many.</summary>
    private static List<(DateOnly, int)> Monthly(int before, int last)
        => [.. Enumerable.Range(0, 15).Select(i => (new DateOnly(2025, 7, 1).AddMonths(i), i < 12 ? before : last))];

    private static bool Has(RiskKind kind, ConventionFacts facts) => ConventionRisks.Of(facts, InOrder(), Today).Any(r => r.Kind == kind);

    private static bool Has(RiskKind kind, RiskFacts risk) => ConventionRisks.Of(Signed(), risk, Today).Any(r => r.Kind == kind);

    private static ConventionFacts Signed(DateOnly? end = null, RenewalMode renewal = RenewalMode.Express, int noticeMonths = 0) => new()
    {
        CreatedOn = new DateOnly(2023, 12, 1),
        SignedOn = new DateOnly(2024, 1, 1),
        Start = new DateOnly(2024, 1, 1),
        End = end ?? new DateOnly(2028, 12, 31),
        Renewal = renewal,
        NoticeMonths = noticeMonths,
    };

    private static RiskFacts InOrder() => new()
    {
        Owner = new PostFacts { Title = "Direction", Holder = new HolderFacts { Name = "Hélène Vasseur" } },
        Counterpart = new PostFacts { Title = "DPIP", Holder = new HolderFacts { Name = "Claire Mazères" }, PostVerifiedOn = Today.AddMonths(-2) },
        Partners = [new PartnerFacts("SPIP", Today.AddMonths(-3), 12, 12)],
        AgreedLevel = ArticulationLevel.MinimalSharing,
        OurPeople = 2,
        TheirPeople = 2,
        ReviewedYears = [2025],
        Evaluator = "Université",
        Baseline = "Aucune sortie préparée",
        HasIndicator = true,
        HasAuthorisation = true,
        HasIncidentProtocol = true,
        PlacesAgreed = 12,
        PlacesUsed = 12,
    };

    private static RiskFacts With(Action<RiskFacts> change)
    {
        var risk = InOrder();
        change(risk);
        return risk;
    }
}
