using System.ComponentModel.DataAnnotations;
using Intranet.Contacts;
using Intranet.Shared;

namespace Intranet.Conventions;

internal enum ReviewDecision
{
    [Display(Name = "Continuer telle quelle")] AsIs = 1,
    [Display(Name = "Renégocier")] Renegotiate = 2,
    [Display(Name = "Arrêter")] Stop = 3,
}

/// <summary>The « bilan annuel »: what both sides saw of a year, and what they decide.</summary>
[Display(Name = "Bilan annuel")]
internal sealed class AnnualReview : IPartOf
{
    private AnnualReview() { }

    public AnnualReview(int year) => Year = year;

    public int Id { get; private set; }
    public int ConventionId { get; private set; }
    public Convention? Convention { get; private set; }
    public int RootId => ConventionId;

    [Display(Name = "Année")]
    public int Year { get; private set; }

    [Display(Name = "Tenu le")]
    public DateOnly? HeldOn { get; private set; }

    [Display(Name = "Difficultés")]
    public string Difficulties { get; private set; } = "";

    /// <summary>Null: not said, which is no zero.</summary>
    [Display(Name = "Niveau d’articulation observé")]
    public ArticulationLevel? ObservedLevel { get; private set; }

    /// <summary>What the residents' council (conseil de la vie sociale) said.</summary>
    [Display(Name = "Avis du conseil de la vie sociale")]
    public string ResidentsCouncil { get; private set; } = "";

    [Display(Name = "Décision")]
    public ReviewDecision? Decision { get; private set; }

    [Display(Name = "Raison de la décision")]
    public string Reason { get; private set; } = "";

    [Display(Name = "Signé de notre côté le")]
    public DateOnly? SignedByUsOn { get; private set; }

    [Display(Name = "Signé de notre côté par")]
    public string SignedByUs { get; private set; } = "";

    [Display(Name = "Signé par le partenaire le")]
    public DateOnly? SignedByPartnerOn { get; private set; }

    [Display(Name = "Signé pour le partenaire par")]
    public string SignedByPartner { get; private set; } = "";

    public bool IsSigned => SignedByUsOn is not null && SignedByPartnerOn is not null;

    /// <summary>One side had signed what has changed since; said once, when saved.</summary>
    public bool CancelledSignature { get; private set; }

    public void Write(DateOnly? heldOn, string difficulties, ArticulationLevel? observedLevel, string residentsCouncil, DateOnly today)
    {
        if (heldOn > today)
            throw new BrokenRuleException("Un bilan se date au plus tard d’aujourd’hui.", nameof(HeldOn));
        if (heldOn?.Year < Year)
            throw new BrokenRuleException($"Le bilan de {Year} se tient en {Year} ou après.", nameof(HeldOn));
        if ((HeldOn, Difficulties, ObservedLevel, ResidentsCouncil) == (heldOn, difficulties.Trim(), observedLevel, residentsCouncil.Trim()))
            return;
        Changing();
        (HeldOn, Difficulties, ObservedLevel, ResidentsCouncil) = (heldOn, difficulties.Trim(), observedLevel, residentsCouncil.Trim());
    }

    public void Decide(ReviewDecision? decision, string reason)
    {
        if (decision is not null && string.IsNullOrWhiteSpace(reason))
            throw new BrokenRuleException("Une décision dit sa raison.", nameof(Reason));
        if ((Decision, Reason) == (decision, reason.Trim()))
            return;
        Changing();
        (Decision, Reason) = (decision, reason.Trim());
    }

    public void Sign(bool isOurs, DateOnly on, string by, DateOnly today)
    {
        if (HeldOn is null || Decision is null)
            throw new BrokenRuleException("Un bilan se signe une fois tenu et décidé.");
        if (on > today || on < HeldOn)
            throw new BrokenRuleException("Le bilan se signe entre le jour où il s’est tenu et aujourd’hui.", "On");
        if (string.IsNullOrWhiteSpace(by))
            throw new BrokenRuleException("Indiquez qui signe.", "By");
        if ((isOurs ? SignedByUsOn : SignedByPartnerOn) is { } known)
            throw new BrokenRuleException($"Déjà signé de ce côté le {French.Date(known)}.", "Side");
        if (isOurs)
            (SignedByUsOn, SignedByUs) = (on, by.Trim());
        else
            (SignedByPartnerOn, SignedByPartner) = (on, by.Trim());
    }

    /// <summary>Refused once both sides have signed; while one has, its signature no longer holds.</summary>
    private void Changing()
    {
        if (IsSigned)
            throw new BrokenRuleException("Un bilan signé des deux côtés ne change plus.");
        CancelledSignature |= SignedByUsOn is not null || SignedByPartnerOn is not null;
        (SignedByUsOn, SignedByUs, SignedByPartnerOn, SignedByPartner) = (null, "", null, "");
    }
}
