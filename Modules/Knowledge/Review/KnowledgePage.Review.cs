using System.ComponentModel.DataAnnotations;
using Intranet.Contacts;
using Intranet.Shared;

namespace Intranet.Knowledge;

/// <summary>Who answers for the page, and when it was last found true.</summary>
internal sealed partial class KnowledgePage
{
    /// <summary>The post that keeps the page; its holder of the day answers.</summary>
    [Display(Name = "Poste qui tient la page")]
    public int? OwnerPostId { get; private set; }
    public Post? OwnerPost { get; private set; }

    /// <summary>Or the person.</summary>
    [Display(Name = "Personne qui tient la page")]
    public int? OwnerId { get; private set; }
    public Person? Owner { get; private set; }

    /// <summary>Who says that it is still true, when it isn't who keeps it.</summary>
    [Display(Name = "Poste qui vérifie")]
    public int? VerifierPostId { get; private set; }
    public Post? VerifierPost { get; private set; }

    [Display(Name = "Personne qui vérifie")]
    public int? VerifierId { get; private set; }
    public Person? Verifier { get; private set; }

    /// <summary>Months between two looks, 1 to 60; null for a page that never ages, which says so.</summary>
    [Display(Name = "À relire tous les (mois)")]
    public int? ReviewMonths { get; private set; }

    /// <summary>When somebody last said that it is true; publishing says so.</summary>
    [Display(Name = "Relue le")]
    public DateOnly? ReviewedOn { get; private set; }

    [Display(Name = "Relue par")]
    public string ReviewedBy { get; private set; } = "";

    /// <summary>Something that it rests on changed since: it is to be read again before its date.</summary>
    [Display(Name = "Relecture demandée le")]
    public DateOnly? AskedOn { get; private set; }

    /// <summary>What changed; 300 characters.</summary>
    [Display(Name = "Relecture demandée car")]
    public string AskedWhy { get; private set; } = "";

    /// <summary>The day by which it is to be read again, for itself.</summary>
    public DateOnly? ReviewDue => ReviewMonths is { } months && ReviewedOn is { } on ? on.AddMonths(months) : null;

    /// <summary>Who keeps it: a post or a person, or nobody yet.</summary>
    public void KeptBy(int? postId, int? personId)
    {
        if (postId is not null && personId is not null)
            throw new BrokenRuleException("Choisissez un poste ou une personne, pas les deux.", nameof(OwnerId));
        (OwnerPostId, OwnerId) = (postId, personId);
    }

    public void VerifiedBy(int? postId, int? personId)
    {
        if (postId is not null && personId is not null)
            throw new BrokenRuleException("Choisissez un poste ou une personne, pas les deux.", nameof(VerifierId));
        (VerifierPostId, VerifierId) = (postId, personId);
    }

    public void ReviewEvery(int? months)
    {
        if (months is < 1 or > 60)
            throw new BrokenRuleException("Entre 1 et 60 mois.", nameof(ReviewMonths));
        ReviewMonths = months;
    }

    /// <summary>« Toujours exact »: found true today.</summary>
    public void Confirm(string by, DateOnly on) => (ReviewedOn, ReviewedBy, AskedOn, AskedWhy) = (on, by, null, "");

    /// <summary>Asks for a look before the date; the first reason stands until somebody looks.</summary>
    public void AskReview(DateOnly on, string why)
    {
        if (AskedOn is null)
            (AskedOn, AskedWhy) = (on, why.Length <= 300 ? why : $"{why[..299]}…");
    }
}
