using System.ComponentModel.DataAnnotations;
using Intranet.Contacts;
using Intranet.Shared;

namespace Intranet.Conventions;

/// <summary>A post that signs for one side: pending, signed on a day, or refused with a reason.</summary>
[Display(Name = "Signataire")]
internal sealed class Signatory : IPartOf
{
    /// <summary>Days between two letters to the same signatory.</summary>
    public const int DaysBetweenLetters = 7;

    private Signatory() { }

    public Signatory(int postId, bool isOurs, int order) => (PostId, IsOurs, Order) = (postId, isOurs, order);

    public int Id { get; private set; }
    public int ConventionId { get; private set; }
    public Convention? Convention { get; private set; }
    public int RootId => ConventionId;

    [Display(Name = "Poste")]
    public int PostId { get; private set; }
    public Post? Post { get; private set; }

    [Display(Name = "De notre côté")]
    public bool IsOurs { get; private set; }

    [Display(Name = "Ordre", AutoGenerateField = false)]
    public int Order { get; private set; }

    /// <summary>Who held the post and signed; holders change, signatures don't.</summary>
    [Display(Name = "Signé par")]
    public string SignedBy { get; private set; } = "";

    [Display(Name = "Signé le")]
    public DateOnly? SignedOn { get; private set; }

    [Display(Name = "Refusé le")]
    public DateOnly? RefusedOn { get; private set; }

    [Display(Name = "Raison du refus")]
    public string RefusedReason { get; private set; } = "";

    [Display(Name = "Relancé le")]
    public DateOnly? RemindedOn { get; private set; }

    public bool IsPending => SignedOn is null && RefusedOn is null;

    /// <summary>A signature can't precede the text, nor be dated ahead.</summary>
    public void Sign(DateOnly on, string by, DateOnly? textDate, DateOnly today)
    {
        if (on > today)
            throw new BrokenRuleException("Une signature ne se date pas d’avance.", nameof(SignedOn));
        if (on < textDate)
            throw new BrokenRuleException($"La signature ne peut pas précéder le texte, daté du {French.Date(textDate.Value)}.", nameof(SignedOn));
        (SignedOn, SignedBy, RefusedOn, RefusedReason) = (on, by.Trim(), null, "");
    }

    public void Refuse(DateOnly on, string reason, DateOnly today)
    {
        if (on > today)
            throw new BrokenRuleException("Un refus ne se date pas d’avance.", nameof(RefusedOn));
        if (string.IsNullOrWhiteSpace(reason))
            throw new BrokenRuleException("Indiquez la raison du refus.", nameof(RefusedReason));
        (SignedOn, SignedBy, RefusedOn, RefusedReason) = (null, "", on, reason.Trim());
    }

    /// <summary>Not twice within a week.</summary>
    public void Remind(DateOnly today)
    {
        if (RemindedOn is { } last && today < last.AddDays(DaysBetweenLetters))
            throw new BrokenRuleException($"Déjà relancé le {French.Date(last)} : attendez le {French.Date(last.AddDays(DaysBetweenLetters))}.", nameof(RemindedOn));
        RemindedOn = today;
    }

    /// <summary>The text changed: what was signed or refused no longer holds.</summary>
    public void Reset() => (SignedOn, SignedBy, RefusedOn, RefusedReason, RemindedOn) = (null, "", null, "", null);
}
