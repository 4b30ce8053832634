using Intranet.Shared;

namespace Intranet.Conventions;

/// <summary>Its amendments: prepared, signed, rectified.</summary>
internal sealed partial class Convention
{
    public ICollection<Amendment> Amendments { get; } = new HashSet<Amendment>();

    /// <summary>A new project of amendment. The amendments must be loaded.</summary>
    public Amendment Amend(string purpose, DateOnly? textDate, DateOnly effectOn)
    {
        Living();
        if (!IsSigned)
            throw new BrokenRuleException("Un avenant modifie une convention signée ; avant la signature, modifiez la convention.");
        if (effectOn < Start)
            throw new BrokenRuleException("L’avenant prend effet avant le début de la convention.", nameof(Amendment.EffectOn));
        var amendment = new Amendment(Id, Amendments.Select(a => a.Number).DefaultIfEmpty().Max() + 1, purpose, textDate, effectOn);
        Amendments.Add(amendment);
        return amendment;
    }

    /// <summary>
    /// Signed by both sides: a new end replaces the old one at once, since deadlines follow it; places and price count from the
    /// day of effect, on reading; establishments and partners that join read the convention from now on. The amendments with their
    /// parties, and the subject's links, must be loaded.
    /// </summary>
    public void SignAmendment(Amendment amendment, DateOnly on, DateOnly today)
    {
        Living();
        var firstEnd = FirstEnd;
        amendment.Sign(on, today);
        Apply(amendment);
        if (amendment.End is not null)
            Prolong(firstEnd, today);
    }

    /// <summary>
    /// A signed amendment was typed wrong: what it says is written again, as if it had been signed so, and the reason stays in the
    /// history. Loaded as for <see cref="SignAmendment"/>.
    /// </summary>
    /// <param name="write">Writes what the amendment should have said; the subjects of parties that it adds must be loaded.</param>
    public void RectifyAmendment(Amendment amendment, string reason, DateOnly signedOn, Action write, DateOnly today)
    {
        Living();
        Rectify(reason);
        var (firstEnd, hadEnd) = (FirstEnd, amendment.End is not null);
        var joined = amendment.Parties.Where(p => p.Joins).Select(p => p.SubjectId).ToList();
        amendment.Rectify(() =>
        {
            write();
            amendment.Sign(signedOn, today);
        });
        // Whoever never was a party doesn't read it any more.
        foreach (var link in Subject.Links.Where(l => joined.Contains(l.ToId) && Amendments.All(a => a.Parties.All(p => p.SubjectId != l.ToId))).ToList())
            Subject.Links.Remove(link);
        Apply(amendment);
        if (hadEnd || amendment.End is not null)
            Prolong(firstEnd, today);
    }

    /// <summary>The end first signed.</summary>
    private DateOnly? FirstEnd => ConventionReading.InOrder(this).FirstOrDefault(a => a.End is not null) is { } first ? first.EndBefore : End;

    /// <summary>What must hold of a signed amendment, and the parties that it brings.</summary>
    private void Apply(Amendment amendment)
    {
        if (amendment.SignedOn < SignedOn)
            throw new BrokenRuleException($"L’avenant ne peut pas être signé avant la convention, signée le {French.Date(SignedOn.Value)}.", nameof(Amendment.SignedOn));
        if (amendment.End < Start)
            throw new BrokenRuleException("La nouvelle fin précède le début de la convention.", nameof(End));
        if (amendment.EffectOn < Start)
            throw new BrokenRuleException("L’avenant prend effet avant le début de la convention.", nameof(Amendment.EffectOn));
        foreach (var party in amendment.Parties.Where(p => p.Joins))
            AddLink(party.Subject!.Kind == "partner" ? LinkRole.Partner : LinkRole.Establishment, party.SubjectId);
        // Whoever leaves keeps the link, and reads what was agreed while it was a party.
        var reading = ReadOn(amendment.EffectOn);
        if (!reading.PartyIds(LinkRole.Establishment).Any() || !reading.PartyIds(LinkRole.Partner).Any())
            throw new BrokenRuleException("Il doit rester un établissement et un partenaire au moins.");
    }

    /// <summary>The end follows from the amendments in the order of their effect, whatever the order in which they were recorded.</summary>
    private void Prolong(DateOnly? firstEnd, DateOnly today)
    {
        // A renewal lasts what it lasted: its length isn't that of the period made longer.
        if (Renewal == RenewalMode.Tacit)
            RenewalMonths ??= Terms.RollMonths;
        End = firstEnd;
        foreach (var amendment in ConventionReading.InOrder(this))
        {
            amendment.Replace(amendment.End is null ? null : End);
            End = amendment.End ?? End;
        }
        Reckon();
        RenewalsTold = Math.Min(RenewalsTold, Terms.On(today)?.Renewals ?? 0);
    }
}
