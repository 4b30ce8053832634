using Intranet.Contacts;
using Intranet.Shared;

namespace Intranet.Conventions;

/// <summary>The one place that says why a convention is at risk: a function of what is known and the day.</summary>
internal static class ConventionRisks
{
    /// <summary>Days before an end that nothing follows.</summary>
    public const int EndDays = 90;

    /// <summary>Days before the deadline of a decision.</summary>
    public const int DecisionDays = 30;

    /// <summary>Months over which the people who carry the convention are counted.</summary>
    public const int PeopleMonths = 24;

    /// <summary>Grave ones first; none for an agreement that doesn't live yet, or any more.</summary>
    public static IReadOnlyList<ConventionRisk> Of(ConventionFacts facts, RiskFacts risk, DateOnly today)
    {
        var state = facts.On(today);
        if (state is ConventionState.Abandoned or ConventionState.Replaced or ConventionState.Denounced)
            return [];
        if (facts.SignedFrom is null)
            return risk.IsToDocument ? [ToDocument(risk)] : [];
        return [.. Dates(facts, state, today).Concat(People(risk, today)).Concat(Life(facts, risk, today)).Concat(Requirements(facts, risk)).OrderByDescending(r => r.IsGrave)];
    }

    private static IEnumerable<ConventionRisk> Dates(ConventionFacts facts, ConventionState state, DateOnly today)
    {
        if (state == ConventionState.ExpiredButApplied)
            yield return new(RiskKind.Applied, $"Appliquée après son terme {French.Since(facts.AcceptedSince!.Value, today)}.", facts.AcceptedSince, IsGrave: true);
        else if (state == ConventionState.Expired)
            yield return new(RiskKind.End, $"Échue depuis le {French.Date(facts.Period(today)!.End!.Value)} et rien ne la suit.", facts.Period(today)!.End, IsGrave: true);
        else if (EndsWithoutSuccession(facts, today) is { } end)
            yield return new(RiskKind.End, $"Prend fin le {French.DateAndDelay(end, today)} et rien ne la suit.", end, IsGrave: true);
        if (state is not (ConventionState.Expired or ConventionState.ExpiredButApplied) && facts.Decision(today) is { } decision && decision.Deadline < today.AddDays(DecisionDays))
        {
            yield return new(RiskKind.Decision, decision.Deadline < today
                ? $"La décision devait être prise avant le {French.Date(decision.Deadline)}."
                : $"Décision à prendre avant le {French.DateAndDelay(decision.Deadline, today)}.", decision.Deadline, IsGrave: true);
        }
        else if (facts.RequestDue(today) is { } request && request < today.AddDays(DecisionDays))
        {
            // The working date of an express renewal comes before that of the decision (trade.md).
            yield return new(RiskKind.Decision, request < today
                ? $"Le renouvellement devait être demandé avant le {French.Date(request)}."
                : $"Renouvellement à demander avant le {French.DateAndDelay(request, today)}.", request);
        }
    }

    /// <summary>The end within 90 days, when there is no tacit roll, no successor signed or pending, no renewal decided.</summary>
    private static DateOnly? EndsWithoutSuccession(ConventionFacts facts, DateOnly today)
        => facts.Period(today) is { End: { } end, Rolls: false } && end < today.AddDays(EndDays) && !facts.HasSuccessor && !facts.IsRenewalDecided(today) ? end : null;

    private static IEnumerable<ConventionRisk> People(RiskFacts risk, DateOnly today)
    {
        if (risk.Owner is null)
            yield return new(RiskKind.Referent, "Personne ne la suit chez nous.", IsGrave: true);
        else if (risk.Owner.IsVacant)
            yield return new(RiskKind.Referent, $"Référent à désigner : {risk.Owner.Title}, poste vacant{Since(risk.Owner)}.", risk.Owner.VacantSince, IsGrave: true);
        if (risk.Counterpart is null)
            yield return new(RiskKind.Referent, "Aucun référent n’est désigné chez le partenaire.", IsGrave: true);
        else if (risk.Counterpart.IsVacant)
            yield return new(RiskKind.Referent, $"Chez le partenaire : {risk.Counterpart.Title}, poste vacant{Since(risk.Counterpart)}.", risk.Counterpart.VacantSince, IsGrave: true);
        else if (Verification.Of(risk.Counterpart.VerifiedOn, Verification.Months, today) != Freshness.Fresh)
        {
            yield return new(RiskKind.Verification, risk.Counterpart.VerifiedOn is { } on
                ? $"Référent chez le partenaire non vérifié depuis le {French.Date(on)}."
                : "Référent chez le partenaire jamais vérifié.", risk.Counterpart.VerifiedOn);
        }
    }

    private static IEnumerable<ConventionRisk> Life(ConventionFacts facts, RiskFacts risk, DateOnly today)
    {
        foreach (var partner in risk.Partners)
        {
            var obligation = partner.Obligation(today);
            if (obligation.State == ObligationState.NeverSeen)
                yield return new(RiskKind.Meeting, $"{partner.Name} : aucune rencontre connue.");
            else if (obligation.State == ObligationState.Late)
                yield return new(RiskKind.Meeting, $"{partner.Name} : pas de rencontre depuis le {French.Date(partner.LastMet!.Value)}.", partner.LastMet);
        }
        if (risk.OurPeople == 1 || risk.TheirPeople == 1)
        {
            var side = risk.OurPeople == 1 ? risk.TheirPeople == 1 ? "des deux côtés" : "chez nous" : "chez le partenaire";
            yield return new(RiskKind.OnePerson, $"Portée par une seule personne {side} depuis {PeopleMonths} mois.");
        }
        if (ReviewDue.Missing(facts, risk.ReviewedYears, today) is { } year)
            yield return new(RiskKind.Review, $"Le bilan de {year} manque.", ReviewDue.On(year));
        if (risk.ObservedLevel < risk.AgreedLevel && risk.ObservedYear < today.Year)
            yield return new(RiskKind.Articulation, $"Niveau observé en {risk.ObservedYear} : {Labels.Of(risk.ObservedLevel.Value).ToLowerInvariant()}, sous le niveau convenu.");
        if (risk.PlacesUsed > risk.PlacesAgreed)
            yield return new(RiskKind.Places, $"{French.Count(risk.PlacesUsed.Value, "place utilisée", "places utilisées")} pour {risk.PlacesAgreed} convenues.", risk.PlacesCountedOn);
        if (ReferralTrend.HasDriedUp(risk.Referrals, today))
            yield return new(RiskKind.Referrals, "Le dernier trimestre compte moins de la moitié des orientations habituelles.");
    }

    private static IEnumerable<ConventionRisk> Requirements(ConventionFacts facts, RiskFacts risk)
    {
        if (risk is { Authorisation.Length: > 0, HasAuthorisation: false })
            yield return new(RiskKind.Authorisation, $"Aucun établissement de la convention ne détient aujourd’hui « {risk.Authorisation} ».", IsGrave: true);
        if (risk.NeedsEvaluation && MissingFromEvaluation(risk) is { Count: > 0 } missing)
            yield return new(RiskKind.Evaluation, $"À préciser avant d’évaluer : {French.List(missing)}.");
        if (risk is { NeedsIncidentProtocol: true, HasIncidentProtocol: false })
            yield return new(RiskKind.Incident, "Aucun protocole d’incident n’est écrit.");
        if (risk.IsToDocument)
            yield return ToDocument(risk);
    }

    private static List<string> MissingFromEvaluation(RiskFacts risk)
        => [.. new[] { (risk.HasIndicator, "indicateur"), (risk.Baseline.Length > 0, "situation de départ"), (risk.Evaluator.Length > 0, "évaluateur") }.Where(m => !m.Item1).Select(m => m.Item2)];

    private static string Since(PostFacts post) => post.VacantSince is { } day ? $" depuis le {French.Date(day)}" : "";

    private static ConventionRisk ToDocument(RiskFacts risk) => new(RiskKind.Documents, risk.Missing.Length > 0 ? $"À retrouver : {risk.Missing.TrimEnd('.')}." : "Le texte ou l’échéance sont inconnus.");
}
