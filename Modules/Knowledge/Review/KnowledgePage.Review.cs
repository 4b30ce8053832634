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

    /// <summary>Asked of these functions, and of nobody else; what was asked already must be loaded.</summary>
    /// <param name="functions">An empty one for everybody, which includes the others.</param>
    public void AskReadingOf(IEnumerable<string> functions, int withinDays)
    {
        var wanted = functions.Select(f => f.Trim()).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var reading in RequiredFor.Where(r => !wanted.Contains(r.Function)).ToList())
            RequiredFor.Remove(reading);
        foreach (var function in wanted)
        {
            if (RequiredFor.FirstOrDefault(r => string.Equals(r.Function, function, StringComparison.OrdinalIgnoreCase)) is { } known)
                known.Within(withinDays);
            else
                RequiredFor.Add(new RequiredReading(function, withinDays));
        }
    }

    /// <summary>Who read it again or binned it is forgotten.</summary>
    public void ForgetName(string name)
    {
        ReviewedBy = ReviewedBy == name ? Person.ErasedName : ReviewedBy;
        BinnedBy = BinnedBy == name ? Person.ErasedName : BinnedBy;
    }

    /// <summary>« Toujours exact » was a slip: what stood before stands again.</summary>
    public void TakeBackConfirmation(ConfirmedBefore before) => (ReviewedOn, ReviewedBy, AskedOn, AskedWhy) = (before.On, before.By, before.AskedOn, before.AskedWhy);

    /// <summary>Asks for a look before the date; the first reason stands until somebody looks.</summary>
    public void AskReview(DateOnly on, string why)
    {
        if (AskedOn is null)
            (AskedOn, AskedWhy) = (on, why.Length <= 300 ? why : $"{why[..299]}…");
    }
}

/// <summary>What a confirmation replaced.</summary>
internal sealed record ConfirmedBefore(DateOnly? On, string By, DateOnly? AskedOn, string AskedWhy)
{
    public static ConfirmedBefore Of(KnowledgePage page) => new(page.ReviewedOn, page.ReviewedBy, page.AskedOn, page.AskedWhy);
}
