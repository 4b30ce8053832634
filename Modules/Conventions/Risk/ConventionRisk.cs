using Intranet.Shared;

namespace Intranet.Conventions;

/// <summary>Why a convention is at risk (issue 3, "Risk").</summary>
internal enum RiskKind
{
    End,
    Decision,
    Applied,
    Referent,
    Verification,
    Meeting,
    Review,
    OnePerson,
    Articulation,
    Places,
    Authorisation,
    Evaluation,
    Referrals,
    Incident,
    Documents,
}

/// <summary>One reason, in a sentence, with the day since or by which it holds, if it has one.</summary>
internal sealed record ConventionRisk(RiskKind Kind, string Sentence, DateOnly? Date = null, bool IsGrave = false);

internal static class RiskKinds
{
    public static IReadOnlyList<RiskKind> All { get; } = Enum.GetValues<RiskKind>();

    /// <summary>A few words, for a badge and the filter.</summary>
    public static string Label(this RiskKind kind) => kind switch
    {
        RiskKind.End => "Échéance sans suite",
        RiskKind.Decision => "Décision à prendre",
        RiskKind.Applied => "Échue mais appliquée",
        RiskKind.Referent => "Sans interlocuteur",
        RiskKind.Verification => "Non vérifié",
        RiskKind.Meeting => "Pas de rencontre",
        RiskKind.Review => "Bilan manquant",
        RiskKind.OnePerson => "Portée par une personne",
        RiskKind.Articulation => "Articulation sous le convenu",
        RiskKind.Places => "Places dépassées",
        RiskKind.Authorisation => "Agrément manquant",
        RiskKind.Evaluation => "Évaluation non prévue",
        RiskKind.Referrals => "Orientations taries",
        RiskKind.Incident => "Sans protocole d’incident",
        RiskKind.Documents => "À documenter",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown risk."),
    };

    /// <summary>The word in addresses.</summary>
    public static string Code(this RiskKind kind) => kind switch
    {
        RiskKind.End => "echeance",
        RiskKind.Decision => "decision",
        RiskKind.Applied => "appliquee",
        RiskKind.Referent => "interlocuteur",
        RiskKind.Verification => "verification",
        RiskKind.Meeting => "rencontre",
        RiskKind.Review => "bilan",
        RiskKind.OnePerson => "une-personne",
        RiskKind.Articulation => "articulation",
        RiskKind.Places => "places",
        RiskKind.Authorisation => "agrement",
        RiskKind.Evaluation => "evaluation",
        RiskKind.Referrals => "orientations",
        RiskKind.Incident => "incident",
        RiskKind.Documents => "documenter",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown risk."),
    };

    public static string Icon(this RiskKind kind) => kind switch
    {
        RiskKind.End or RiskKind.Decision => "clock-exclamation",
        RiskKind.Applied => "clock-x",
        RiskKind.Referent => "user-off",
        RiskKind.Verification or RiskKind.OnePerson => "user-question",
        RiskKind.Meeting => "calendar-off",
        RiskKind.Review or RiskKind.Evaluation => "clipboard-x",
        RiskKind.Articulation or RiskKind.Referrals => "trending-down",
        RiskKind.Places => "alert-triangle",
        RiskKind.Authorisation or RiskKind.Incident => "shield-x",
        RiskKind.Documents => "file-unknown",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown risk."),
    };

    public static string Tone(this ConventionRisk risk) => risk.IsGrave ? "is-bad" : "is-warn";
}
