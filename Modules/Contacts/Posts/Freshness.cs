using Intranet.Shared;

namespace Intranet.Contacts;

/// <summary>How far a verification dates.</summary>
public enum Freshness
{
    /// <summary>Verified within the wished time.</summary>
    Fresh = 1,

    /// <summary>Never verified, or the wished time has passed.</summary>
    Advised,

    /// <summary>Twice the wished time has passed.</summary>
    Mandatory,
}

/// <summary>When contact details are to be verified again (issue "Contacts": advised, then mandatory).</summary>
public static class Verification
{
    /// <summary>Months between two verifications, unless a post says otherwise.</summary>
    public const int Months = 12;

    public static Freshness Of(DateOnly? verifiedOn, int months, DateOnly today) => verifiedOn switch
    {
        null => Freshness.Advised,
        { } on when on.AddMonths(2 * months) <= today => Freshness.Mandatory,
        { } on when on.AddMonths(months) <= today => Freshness.Advised,
        _ => Freshness.Fresh,
    };

    /// <summary>In words: « Coordonnées vérifiées le 14/10/2026 », « à vérifier ».</summary>
    public static string Sentence(DateOnly? verifiedOn, int months, DateOnly today) => Of(verifiedOn, months, today) switch
    {
        _ when verifiedOn is null => "Coordonnées jamais vérifiées",
        Freshness.Mandatory => $"Vérification obligatoire : la dernière date du {French.Date(verifiedOn.Value)}",
        Freshness.Advised => $"Vérification conseillée : la dernière date du {French.Date(verifiedOn.Value)}",
        _ => $"Coordonnées vérifiées le {French.Date(verifiedOn.Value)}",
    };
}
