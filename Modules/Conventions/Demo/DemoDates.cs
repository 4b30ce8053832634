using Intranet.Shared;

namespace Intranet.Conventions.Demo;

/// <summary>The dates of one fictional agreement, all counted from the day.</summary>
internal sealed class DemoDates(DemoConvention demo, DateOnly today)
{
    private bool IsAhead => demo.Life is DemoLife.Draft or DemoLife.Negotiation or DemoLife.ToSign or DemoLife.Signed or DemoLife.Abandoned;

    /// <summary>First day: ahead for agreements in preparation; long ago for open-ended ones; else so that the current period ends in so many days.</summary>
    private DateOnly Start => IsAhead || demo.Life == DemoLife.Open ? today.AddDays(demo.Days) : FirstEnd.AddDays(1).AddYears(-demo.Years);

    /// <summary>Last day of the first period.</summary>
    private DateOnly FirstEnd => today.AddDays(demo.Days).AddYears(-demo.Rolled);

    private ConventionTerms Terms => demo.Life == DemoLife.Open
        ? new ConventionTerms(Start, null, NoticePeriod.OfMonths(demo.Notice), RenewalMode.None, null, null)
        : new ConventionTerms(Start, IsAhead ? Start.AddYears(demo.Years).AddDays(-1) : FirstEnd, NoticePeriod.OfMonths(demo.Notice), demo.Renewal, demo.Renewal == RenewalMode.Tacit ? 12 : null, null);

    /// <summary>Written down some months before it starts; drafts, lately.</summary>
    public DateOnly CreatedOn => IsAhead ? today.AddDays(demo.Life == DemoLife.Draft ? -12 : -140) : Start.AddDays(-170);

    public void Live(Convention convention, DateOnly createdOn)
    {
        var signed = IsAhead ? today.AddDays(-15) : Start.AddDays(-20);
        convention.Run(Terms, demo.Life is DemoLife.Draft or DemoLife.Negotiation ? null : signed.AddDays(-10));
        if (demo.Life == DemoLife.Draft)
            return;
        convention.Negotiate(createdOn.AddDays(30));
        switch (demo.Life)
        {
            case DemoLife.Negotiation:
                return;
            case DemoLife.Abandoned:
                convention.Abandon(today.AddDays(-50), "Le local a été rendu à son propriétaire.");
                return;
            case DemoLife.ToSign:
                convention.SendForSignature(today.AddDays(-26));
                return;
        }
        convention.SendForSignature(signed.AddDays(-12));
        convention.Sign(signed, signed.AddDays(-10), today);
        switch (demo.Life)
        {
            case DemoLife.Decided:
                convention.DecideRenewal(today.AddDays(-25), today);
                break;
            case DemoLife.Applied:
                convention.AcceptExpired(today.AddDays(demo.Days + 1), "Hélène Vasseur", "Le renouvellement est rédigé et attend la signature du chef d’établissement.", today);
                break;
            case DemoLife.Denounced:
                convention.Denounce(FirstEnd.AddMonths(-demo.Notice).AddDays(-15), byPartner: true, today);
                break;
        }
    }
}
