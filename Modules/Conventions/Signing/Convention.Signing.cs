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
        Hand(Conventions.Ball.Theirs, on);
    }

    /// <summary>The other side now has the next move, or we have. A text out for signature comes back; signatures given hold until it changes.</summary>
    public void Pass(Ball to, DateOnly on, DateOnly today)
    {
        Living();
        Unsigned();
        if (on > today)
            throw new BrokenRuleException("Indiquez un jour passé : aujourd’hui au plus tard.", nameof(BallSince));
        if (on < BallSince && Ball != to)
            throw new BrokenRuleException($"La balle n’est passée que le {French.Date(BallSince.Value)} : indiquez ce jour ou un jour suivant.", nameof(BallSince));
        NegotiationOn ??= on;
        SentForSignatureOn = null;
        Hand(to, on);
    }

    private void Hand(Ball to, DateOnly on)
    {
        if (Ball != to)
            (Ball, BallSince) = (to, on);
    }

    /// <summary>Who is to sign; none when the signature is recorded as a whole. Changing the list cancels nothing that stays on it. The signatories must be loaded.</summary>
    public void SignedThrough(IReadOnlyList<(int PostId, bool IsOurs)> posts)
    {
        Living();
        Unsigned();
        if (posts.Count > 0 && posts.All(p => p.IsOurs))
            throw new BrokenRuleException("Choisissez au moins un signataire chez le partenaire.", "Theirs");
        if (posts.Count > 0 && !posts.Any(p => p.IsOurs))
            throw new BrokenRuleException("Choisissez au moins un signataire de notre côté.", "Ours");
        var kept = Signatories.Where(s => posts.Contains((s.PostId, s.IsOurs))).ToList();
        if (kept.Count > 0 && kept.Count == posts.Count && kept.TrueForAll(s => s.SignedOn is not null))
            throw new BrokenRuleException("Tous ceux qui resteraient ont signé : gardez un signataire en attente, ou faites enregistrer sa signature.");
        foreach (var gone in Signatories.Except(kept).ToList())
            Signatories.Remove(gone);
        foreach (var (post, order) in posts.Select((p, i) => (p, i + 1)).Where(p => Signatories.All(s => s.PostId != p.p.PostId)))
            Signatories.Add(new Signatory(post.PostId, post.IsOurs, order));
    }

    /// <summary>Leaves for signature; who had refused is asked again. The signatories must be loaded.</summary>
    public void SendForSignature(DateOnly on)
    {
        Living();
        Unsigned();
        if (Start is null)
            throw new BrokenRuleException("Indiquez d’abord le début de la convention.");
        foreach (var refusal in Signatories.Where(s => s.RefusedOn is not null))
            refusal.Reset();
        NegotiationOn ??= on;
        (SentForSignatureOn, Ball, BallSince) = (on, null, null);
    }

    /// <summary>One signatory signed; the convention is signed with the last. The signatories must be loaded.</summary>
    /// <param name="textDate">The date written on the text, where it isn't known yet.</param>
    public void Sign(Signatory signatory, DateOnly on, string by, DateOnly? textDate, DateOnly today)
    {
        Signable();
        var text = TextDate ?? textDate;
        if (Signatories.Min(s => s.SignedOn) is { } first && first < text)
            throw new BrokenRuleException($"Une signature du {French.Date(first)} précède cette date.", nameof(TextDate));
        signatory.Sign(on, by, text, today);
        TextDate = text;
        NegotiationOn ??= on < CreatedOn ? on : null;
        if (Signatories.All(s => s.RefusedOn is null))
            SentForSignatureOn ??= on;
        if (Signatories.All(s => s.SignedOn is not null))
            SignedOn = Signatories.Max(s => s.SignedOn);
    }

    /// <summary>One signatory refused: the text goes back to negotiation, on our side. The signatories must be loaded.</summary>
    public void Refuse(Signatory signatory, DateOnly on, string reason, DateOnly today)
    {
        Signable();
        signatory.Refuse(on, reason, today);
        NegotiationOn ??= on;
        (SentForSignatureOn, Ball, BallSince) = (null, Conventions.Ball.Ours, on);
    }

    /// <summary>The day of the last signature, all at once: the text may be of years ago. The signatories must be loaded.</summary>
    public void Sign(DateOnly on, DateOnly? textDate, DateOnly today)
    {
        Signable();
        if (Signatories.Count > 0)
            throw new BrokenRuleException("Cette convention a ses signataires : enregistrez la signature de chacun.");
        Sign(on, textDate, today, NegotiationOn ?? (on < CreatedOn ? on : null));
    }

    /// <summary>The day of the signature was typed wrong; within a rectification only, and where no signatory has a day of his own.</summary>
    public void RectifySignature(DateOnly on, DateOnly? textDate, DateOnly today)
    {
        if (!isRectified || Signatories.Count > 0)
            throw new BrokenRuleException(Frozen);
        Sign(on, textDate, today, NegotiationOn);
    }

    private void Sign(DateOnly on, DateOnly? textDate, DateOnly today, DateOnly? negotiationOn)
    {
        if (on > today)
            throw new BrokenRuleException("Une signature ne se date pas d’avance.", nameof(SignedOn));
        if (on < textDate)
            throw new BrokenRuleException($"La signature ne peut pas précéder le texte, daté du {French.Date(textDate.Value)}.", nameof(SignedOn));
        (SignedOn, TextDate, NegotiationOn) = (on, textDate, negotiationOn);
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
            CancelledSignatures |= signatory.SignedOn is not null;
            signatory.Reset();
        }
    }
}
