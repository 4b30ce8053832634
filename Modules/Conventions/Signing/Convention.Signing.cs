using System.ComponentModel.DataAnnotations;
using Intranet.Shared;

namespace Intranet.Conventions;

/// <summary>Who has the ball in a negotiation.</summary>
internal enum Ball
{
    [Display(Name = "Chez nous")] Ours = 1,
    [Display(Name = "Chez le partenaire")] Theirs = 2,
}

/// <summary>From draft to signature.</summary>
internal sealed partial class Convention
{
    [Display(Name = "Négociation engagée le")]
    public DateOnly? NegotiationOn { get; private set; }

    [Display(Name = "La balle est")]
    public Ball? Ball { get; private set; }

    [Display(Name = "Depuis le")]
    public DateOnly? BallSince { get; private set; }

    [Display(Name = "Envoyée à la signature le")]
    public DateOnly? SentForSignatureOn { get; private set; }

    /// <summary>The day of the last signature.</summary>
    [Display(Name = "Signée le")]
    public DateOnly? SignedOn { get; private set; }

    public ICollection<Signatory> Signatories { get; } = new HashSet<Signatory>();

    /// <summary>Signatures were given to a text that has changed since; said once, when saved.</summary>
    public bool CancelledSignatures { get; private set; }

    public void Negotiate(DateOnly on)
    {
        Living();
        Unsigned();
        NegotiationOn = on;
        Pass(Conventions.Ball.Theirs, on);
    }

    /// <summary>The other side now has the next move, or we have.</summary>
    public void Pass(Ball to, DateOnly on)
    {
        Living();
        Unsigned();
        NegotiationOn ??= on;
        if (Ball != to)
            (Ball, BallSince) = (to, on);
    }

    /// <summary>Who is to sign. Changing the list cancels nothing that stays on it. The signatories must be loaded.</summary>
    public void SignedThrough(IReadOnlyList<(int PostId, bool IsOurs)> posts)
    {
        Unsigned();
        foreach (var gone in Signatories.Where(s => !posts.Contains((s.PostId, s.IsOurs))).ToList())
            Signatories.Remove(gone);
        foreach (var (post, order) in posts.Select((p, i) => (p, i + 1)).Where(p => Signatories.All(s => (s.PostId, s.IsOurs) != p.p)))
            Signatories.Add(new Signatory(post.PostId, post.IsOurs, order));
    }

    public void SendForSignature(DateOnly on)
    {
        Living();
        Unsigned();
        if (Start is null)
            throw new BrokenRuleException("Indiquez d’abord le début de la convention.");
        NegotiationOn ??= on;
        (SentForSignatureOn, Ball, BallSince) = (on, null, null);
    }

    /// <summary>One signatory signed; the convention is signed with the last. The signatories must be loaded.</summary>
    public void Sign(Signatory signatory, DateOnly on, string by, DateOnly today)
    {
        Signable();
        signatory.Sign(on, by, TextDate, today);
        SentForSignatureOn ??= on;
        if (Signatories.All(s => s.SignedOn is not null))
            SignedOn = Signatories.Max(s => s.SignedOn);
    }

    /// <summary>One signatory refused: the text goes back to negotiation, on our side. The signatories must be loaded.</summary>
    public void Refuse(Signatory signatory, DateOnly on, string reason, DateOnly today)
    {
        Signable();
        signatory.Refuse(on, reason, today);
        (Ball, BallSince) = (Conventions.Ball.Ours, on);
    }

    /// <summary>The day of the last signature, all at once: the text may be of years ago.</summary>
    public void Sign(DateOnly on, DateOnly? textDate, DateOnly today)
    {
        Signable();
        if (on > today)
            throw new BrokenRuleException("Une signature ne se date pas d’avance.", nameof(SignedOn));
        if (on < textDate)
            throw new BrokenRuleException($"La signature ne peut pas précéder le texte, daté du {French.Date(textDate.Value)}.", nameof(SignedOn));
        (SignedOn, TextDate) = (on, textDate);
        NegotiationOn ??= on < CreatedOn ? on : null;
    }

    private void Signable()
    {
        Living();
        Unsigned();
        if (Start is null && !IsToDocument)
            throw new BrokenRuleException("Indiquez d’abord le début de la convention.");
    }

    private void Unsigned()
    {
        if (SignedOn is not null)
            throw new BrokenRuleException(Frozen);
    }

    /// <summary>What the text says is about to change: refused once signed; while it is being signed, the signatures given are cancelled. The signatories must be loaded then.</summary>
    internal void Changing()
    {
        if (IsFrozen)
            throw new BrokenRuleException(Frozen);
        if (SignedOn is not null)
            return;
        foreach (var signatory in Signatories.Where(s => !s.IsPending))
        {
            signatory.Reset();
            CancelledSignatures = true;
        }
    }
}
