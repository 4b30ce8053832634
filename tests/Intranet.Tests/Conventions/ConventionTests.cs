using Intranet.Conventions;
using Intranet.Shared;

namespace Intranet.Tests.Conventions;

public class ConventionTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    private static Convention Draft()
    {
        var convention = new Convention("CV-2026-001", "Placement extérieur", 1, Today);
        convention.Run(new ConventionTerms(new(2024, 3, 1), new(2027, 2, 28), NoticePeriod.OfMonths(3), RenewalMode.Tacit, 12, null), new(2024, 1, 10));
        return convention;
    }

    [Fact]
    public void SignatureCannotPrecedeItsText()
    {
        var error = Assert.Throws<BrokenRuleException>(() => Draft().Sign(new(2024, 1, 9), new(2024, 1, 10), Today));
        Assert.Equal(nameof(Convention.SignedOn), error.Field);
        Assert.Throws<BrokenRuleException>(() => Draft().Sign(Today.AddDays(1), null, Today));
    }

    [Fact]
    public void PastConventionsAreRegisteredWithTheirOwnDates()
    {
        var convention = Draft();
        convention.Sign(new(2024, 1, 18), new(2024, 1, 10), Today);
        Assert.Equal(new DateOnly(2024, 1, 18), convention.SignedOn);
    }

    [Fact]
    public void SignedConventionIsFrozenButForItsReferents()
    {
        var convention = Draft();
        convention.About("Placement extérieur", 1, "", 14, null, null);
        convention.Sign(new(2024, 1, 18), new(2024, 1, 10), Today);
        Assert.Throws<BrokenRuleException>(() => convention.About("Placement extérieur", 1, "", 16, null, null));
        Assert.Throws<BrokenRuleException>(() => convention.Run(convention.Terms with { End = new(2028, 2, 28) }, convention.TextDate));
        Assert.Throws<BrokenRuleException>(() => convention.Between([1], [2]));
        Assert.Throws<BrokenRuleException>(() => convention.Abandon(Today, "erreur"));
        convention.About("Placement extérieur", 1, "", 14, null, null);
        convention.Entrust(7, 8);
        Assert.Equal(7, convention.OwnerPostId);
    }

    [Fact]
    public void NoticeEndsAtThePeriodsEnd()
    {
        var convention = Draft();
        Assert.Null(convention.FinalEnd);
        convention.Sign(new(2024, 1, 18), new(2024, 1, 10), Today);
        convention.Denounce(Today, byPartner: true, Today);
        Assert.Equal(new DateOnly(2027, 2, 28), convention.FinalEnd);
        Assert.Null(convention.FinalDeadline);
    }

    [Fact]
    public void PartiesAreNeededOnBothSides()
    {
        Assert.Equal("Establishments", Assert.Throws<BrokenRuleException>(() => Draft().Between([], [2])).Field);
        Assert.Equal("Partners", Assert.Throws<BrokenRuleException>(() => Draft().Between([1], [])).Field);
    }

    [Fact]
    public void EndCannotPrecedeStart()
        => Assert.Equal(nameof(Convention.End), Assert.Throws<BrokenRuleException>(() => Draft().Run(new ConventionTerms(new(2026, 1, 2), new(2026, 1, 1), default, RenewalMode.None, null, null), null)).Field);
}
