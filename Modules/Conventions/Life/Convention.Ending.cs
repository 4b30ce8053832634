using System.ComponentModel.DataAnnotations;
using Intranet.Shared;

namespace Intranet.Conventions;

/// <summary>What follows: request, renewal, notice, end.</summary>
internal sealed partial class Convention
{
    /// <summary>The file of an express renewal was sent to the authority: that request, not the end, is the working date (trade.md).</summary>
    [Display(Name = "Renouvellement demandé le")]
    public DateOnly? RequestedOn { get; private set; }

    [Display(Name = "Renouvellement décidé le")]
    public DateOnly? RenewalDecidedOn { get; private set; }

    [Display(Name = "Préavis reçu le")]
    public DateOnly? NoticeReceivedOn { get; private set; }

    [Display(Name = "Préavis donné par le partenaire")]
    public bool NoticeFromPartner { get; private set; }

    [Display(Name = "Appliquée après son terme depuis le")]
    public DateOnly? AcceptedSince { get; private set; }

    [Display(Name = "Accepté par")]
    public string AcceptedBy { get; private set; } = "";

    [Display(Name = "Raison")]
    public string AcceptedReason { get; private set; } = "";

    [Display(Name = "Abandonnée le")]
    public DateOnly? AbandonedOn { get; private set; }

    [Display(Name = "Raison de l’abandon")]
    public string AbandonedReason { get; private set; } = "";

    /// <summary>The convention that this one follows and will replace.</summary>
    [Display(Name = "Fait suite à")]
    public int? PredecessorId { get; private set; }
    public Convention? Predecessor { get; private set; }
    public ICollection<Convention> Successors { get; } = new HashSet<Convention>();

    /// <summary>Follows a signed convention that nothing else is about to follow. The predecessor's successors must be loaded.</summary>
    public void Follow(Convention predecessor)
    {
        if (!predecessor.IsSigned)
            throw new BrokenRuleException("Seule une convention signée a une suite.");
        if (predecessor.Successors.FirstOrDefault(s => s.AbandonedOn is null && s != this) is { } other)
            throw new BrokenRuleException($"La suite est déjà en préparation : {other.Number}.");
        PredecessorId = predecessor.Id;
    }

    /// <summary>Begins with what another says: its promises without their dates, its sharing frame, its indicators without their values. They must be loaded.</summary>
    public void TakeContent(Convention other)
    {
        foreach (var promise in other.Commitments.OrderBy(c => c.Id))
            Promise(promise.Text, promise.IsOurs, null);
        Share([.. other.Sharing.OrderBy(l => l.Order).Select(l => (l.What, l.From, l.To, l.Rule, l.Basis))]);
        foreach (var indicator in other.Indicators.OrderBy(i => i.Order))
            Indicators.Add(new Indicator(indicator.Name, indicator.Unit, indicator.TargetHundredths, indicator.CountsPeople, indicator.Order));
    }

    /// <summary>The file of the renewal left that day; null takes it back.</summary>
    public void Request(DateOnly? on, DateOnly today)
    {
        Living();
        if (!IsSigned)
            throw new BrokenRuleException("Seule une convention signée se renouvelle.");
        if (on > today || on < (SignedOn ?? Start))
            throw new BrokenRuleException("Une demande se date entre la signature et aujourd’hui.", nameof(RequestedOn));
        RequestedOn = on;
    }

    /// <summary>Both sides will go on; the agreement that follows is still to be written and signed. Null takes the decision back.</summary>
    public void DecideRenewal(DateOnly? on, DateOnly today)
    {
        Living();
        if (!IsSigned)
            throw new BrokenRuleException("Seule une convention signée se renouvelle.");
        if (NoticeReceivedOn is not null)
            throw new BrokenRuleException("Cette convention est dénoncée : elle ne se renouvelle plus.");
        if (on > today || on < (SignedOn ?? Start))
            throw new BrokenRuleException("Une décision se date entre la signature et aujourd’hui.", nameof(RenewalDecidedOn));
        RenewalDecidedOn = on;
    }

    /// <summary>Notice counts by the day on which it was received.</summary>
    public void Denounce(DateOnly receivedOn, bool byPartner, DateOnly today)
    {
        Living();
        if (!IsSigned)
            throw new BrokenRuleException("Seule une convention signée se dénonce.");
        if (receivedOn > today || receivedOn < (SignedOn ?? Start))
            throw new BrokenRuleException("Le préavis se reçoit entre la signature et aujourd’hui.", nameof(NoticeReceivedOn));
        (NoticeReceivedOn, NoticeFromPartner) = (receivedOn, byPartner);
        Reckon();
    }

    /// <summary>Its end has passed and it is applied all the same: since when, accepted by whom, why.</summary>
    public void AcceptExpired(DateOnly since, string by, string reason, DateOnly today)
    {
        Living();
        if (NoticeReceivedOn is not null)
            throw new BrokenRuleException("Cette convention est dénoncée : elle ne s’applique plus.");
        if (!IsSigned || FinalEnd is not { } end || since <= end)
            throw new BrokenRuleException("Une convention s’applique après son terme à partir du lendemain de celui-ci.", nameof(AcceptedSince));
        if (since > today)
            throw new BrokenRuleException("Indiquez un jour passé : aujourd’hui au plus tard.", nameof(AcceptedSince));
        if (string.IsNullOrWhiteSpace(by))
            throw new BrokenRuleException("Indiquez qui l’accepte.", nameof(AcceptedBy));
        if (string.IsNullOrWhiteSpace(reason))
            throw new BrokenRuleException("Indiquez la raison.", nameof(AcceptedReason));
        (AcceptedSince, AcceptedBy, AcceptedReason) = (since, by.Trim(), reason.Trim());
    }

    public void Abandon(DateOnly on, string reason)
    {
        if (IsSigned)
            throw new BrokenRuleException("Une convention signée ne s’abandonne pas : elle se dénonce.");
        (AbandonedOn, AbandonedReason) = (on, reason.Trim());
    }

    private void Living()
    {
        if (AbandonedOn is not null)
            throw new BrokenRuleException("Cette convention a été abandonnée.");
    }
}
