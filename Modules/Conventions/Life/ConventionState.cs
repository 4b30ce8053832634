namespace Intranet.Conventions;

/// <summary>Where an agreement stands: computed, in the order in which the first true one wins (rules.md, "Conventions").</summary>
internal enum ConventionState
{
    Abandoned,
    Draft,
    Negotiation,
    ToSign,
    Signed,
    Replaced,
    Denounced,
    ExpiredButApplied,
    Expired,
    Renewal,
    InForce,
}

internal static class ConventionStates
{
    /// <summary>States in which the agreement applies.</summary>
    public static IReadOnlyList<ConventionState> Applying { get; } = [ConventionState.InForce, ConventionState.Renewal];

    /// <summary>The order of the filter: as a life goes.</summary>
    public static IReadOnlyList<ConventionState> InLifeOrder { get; } =
    [
        ConventionState.Draft, ConventionState.Negotiation, ConventionState.ToSign, ConventionState.Signed, ConventionState.InForce,
        ConventionState.Renewal, ConventionState.ExpiredButApplied, ConventionState.Expired, ConventionState.Denounced,
        ConventionState.Replaced, ConventionState.Abandoned,
    ];

    /// <summary>The state on a day; facts dated later are not yet true.</summary>
    public static ConventionState On(this ConventionFacts facts, DateOnly day)
    {
        if (facts.AbandonedOn <= day)
            return ConventionState.Abandoned;
        if (!(facts.SignedFrom <= day))
        {
            return facts.SentForSignatureOn <= day ? ConventionState.ToSign
                : facts.NegotiationOn <= day ? ConventionState.Negotiation
                : ConventionState.Draft;
        }
        if (facts.Start is null || facts.Start > day)
            return ConventionState.Signed;
        if (facts.SuccessorStart <= day)
            return ConventionState.Replaced;
        if (facts.Terms.FinalEnd(facts.NoticeReceivedOn) < day)
        {
            return facts.NoticeReceivedOn is not null ? ConventionState.Denounced
                : facts.AcceptedSince <= day ? ConventionState.ExpiredButApplied
                : ConventionState.Expired;
        }
        return facts.HasSuccessor || facts.IsRenewalDecided(day) ? ConventionState.Renewal : ConventionState.InForce;
    }

    public static string Label(this ConventionState state) => state switch
    {
        ConventionState.Abandoned => "Abandonnée",
        ConventionState.Draft => "Brouillon",
        ConventionState.Negotiation => "Négociation",
        ConventionState.ToSign => "À signer",
        ConventionState.Signed => "Signée",
        ConventionState.Replaced => "Remplacée",
        ConventionState.Denounced => "Dénoncée",
        ConventionState.ExpiredButApplied => "Échue mais appliquée",
        ConventionState.Expired => "Échue",
        ConventionState.Renewal => "Renouvellement",
        ConventionState.InForce => "En vigueur",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Unknown state."),
    };

    /// <summary>The word in addresses.</summary>
    public static string Code(this ConventionState state) => state switch
    {
        ConventionState.Abandoned => "abandonnee",
        ConventionState.Draft => "brouillon",
        ConventionState.Negotiation => "negociation",
        ConventionState.ToSign => "a-signer",
        ConventionState.Signed => "signee",
        ConventionState.Replaced => "remplacee",
        ConventionState.Denounced => "denoncee",
        ConventionState.ExpiredButApplied => "echue-appliquee",
        ConventionState.Expired => "echue",
        ConventionState.Renewal => "renouvellement",
        ConventionState.InForce => "en-vigueur",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Unknown state."),
    };

    public static (string Icon, string Tone) Look(this ConventionState state) => state switch
    {
        ConventionState.Abandoned => ("ban", ""),
        ConventionState.Draft => ("pencil", ""),
        ConventionState.Negotiation => ("messages", "is-info"),
        ConventionState.ToSign => ("signature", "is-info"),
        ConventionState.Signed => ("signature", "is-info"),
        ConventionState.Replaced => ("switch-horizontal", ""),
        ConventionState.Denounced => ("circle-x", ""),
        ConventionState.ExpiredButApplied => ("clock-x", "is-warn"),
        ConventionState.Expired => ("clock-x", "is-bad"),
        ConventionState.Renewal => ("refresh", "is-violet"),
        ConventionState.InForce => ("circle-check", "is-ok"),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Unknown state."),
    };
}
