using Intranet.Shared;

namespace Intranet.Conventions;

/// <summary>Clauses and deadlines as sentences.</summary>
internal static class ConventionWords
{
    public static string Length(int months) => months == 12 ? "un an" : months % 12 == 0 ? French.Count(months / 12, "an") : French.Count(months, "mois", "mois");

    public static string Notice(ConventionFacts facts) => facts.Notice.IsNone ? "sans préavis"
        : facts.NoticeMonths > 0 ? $"{French.Count(facts.NoticeMonths, "mois", "mois")} avant"
        : $"{French.Count(facts.NoticeDays, "jour")} avant";

    public static string Renewal(ConventionFacts facts) => facts.Renewal switch
    {
        RenewalMode.None => "sans reconduction",
        RenewalMode.Express => "reconduction expresse",
        RenewalMode.Tacit => $"reconduction tacite {De(facts.Terms.RollMonths)}{(facts.MaximumRenewals is { } most ? $", {French.Count(most, "fois", "fois")} au plus" : "")}",
        _ => throw new ArgumentOutOfRangeException(nameof(facts), facts.Renewal, "Unknown mode."),
    };

    /// <summary>What happens when nobody decides in time.</summary>
    public static string WithoutDecision(ConventionFacts facts, ConventionDecision decision, DateOnly today) => decision switch
    {
        _ when decision.End < today => $"Le terme du {French.Date(decision.End)} est passé sans décision.",
        { Rolls: true } => $"Sans décision avant le {French.Date(decision.Deadline)}, la convention se reconduit tacitement pour {Length(facts.Terms.RollMonths)}{Places(facts)}.",
        { IsAboutWhatFollows: true } => $"Sans décision avant le {French.Date(decision.Deadline)}, la convention prend fin le {French.Date(decision.End)} et rien ne la suit.",
        _ => $"Sans décision expresse avant le {French.Date(decision.Deadline)}, la convention prend fin le {French.Date(decision.End)}.",
    };

    /// <summary>The legal limit, said where it isn't the working day by which to decide; notice has no object once the agreement can't be renewed.</summary>
    public static string NoticeLimit(ConventionDecision decision, DateOnly today)
        => decision.Limit == decision.Deadline || decision.IsAboutWhatFollows || decision.End < today ? "" : $" Un préavis {(decision.Limit < today ? "devait" : "doit")} être reçu au plus tard le {French.Date(decision.Limit)}.";

    private static string Places(ConventionFacts facts) => facts.FinalPlaces is { } places ? $", à {French.Count(places, "place")}" : "";

    private static string De(int months) => months == 12 ? "d’un an" : $"de {Length(months)}";
}
