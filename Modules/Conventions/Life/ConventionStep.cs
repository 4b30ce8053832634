using Intranet.Shared;

namespace Intranet.Conventions;

internal enum StepMark { Done, Current, Next, Future }

/// <summary>One of the six steps of a life; À signer is within Négociation.</summary>
internal sealed record ConventionStep(string Label, StepMark Mark, string Date)
{
    public static IReadOnlyList<ConventionStep> Of(ConventionFacts facts, DateOnly today)
    {
        var state = facts.On(today);
        var current = state switch
        {
            ConventionState.Draft or ConventionState.Abandoned => facts.NegotiationOn is null || state is ConventionState.Draft ? 0 : 1,
            ConventionState.Negotiation or ConventionState.ToSign => 1,
            ConventionState.Signed => 2,
            ConventionState.InForce => 3,
            ConventionState.Renewal => 4,
            _ => 5,
        };
        var end = facts.Period(today)?.End;
        var known = facts.SignedFrom is null || facts.CreatedOn <= facts.SignedOn;
        (string Label, string Date)[] steps =
        [
            ("Brouillon", known ? French.Date(facts.CreatedOn) : ""),
            (state is ConventionState.ToSign ? facts.StateLabel(today) : "Négociation", state is ConventionState.ToSign ? $"depuis le {French.Date(facts.SentForSignatureOn!.Value)}" : facts.NegotiationOn > facts.SignedOn ? "" : On(facts.NegotiationOn)),
            ("Signée", facts.SignedOn is null && facts.SignedFrom <= today ? "jour inconnu" : On(facts.SignedOn)),
            ("En vigueur", facts.Start is not { } start ? "" : current >= 3 && facts.SignedFrom is not null ? $"depuis le {French.Date(start)}" : $"le {French.Date(start)}"),
            ("Renouvellement", facts.Decision(today) is { } decision ? $"avant le {French.Date(decision.Deadline)}" : On(facts.RenewalDecidedOn)),
            (current == 5 ? state.Label() : "Terme", end is { } day ? French.Date(day) : facts.Start is null ? "" : "sans terme"),
        ];
        return [.. steps.Select((s, i) => new ConventionStep(s.Label, i < current ? StepMark.Done : i == current ? StepMark.Current : i == current + 1 ? StepMark.Next : StepMark.Future, s.Date))];

        static string On(DateOnly? date) => date is { } day ? French.Date(day) : "";
    }
}
