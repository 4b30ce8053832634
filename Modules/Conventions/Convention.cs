using System.ComponentModel.DataAnnotations;
using Intranet.Contacts;
using Intranet.Shared;

namespace Intranet.Conventions;

/// <summary>An agreement between establishments of ours and partners. Its state is computed from its facts and the day.</summary>
internal sealed class Convention : AggregateRoot
{
    private Convention() { }

    public Convention(string number, string title, int kindId, DateOnly createdOn)
        : base(ConventionsModule.Convention)
        => (Number, Title, KindId, CreatedOn) = (number, Required(title), kindId, createdOn);

    /// <summary>CV-2026-001; given by <see cref="ConventionNumbers"/>.</summary>
    [Display(Name = "Numéro")]
    public string Number { get; private set; } = "";

    [Display(Name = "Intitulé")]
    public string Title { get; private set; } = "";

    [Display(Name = "Nature")]
    public int KindId { get; private set; }
    public ConventionKind Kind { get; private set; } = null!;

    [Display(Name = "Objet")]
    public string Object { get; private set; } = "";

    [Display(Name = "Places")]
    public int? Places { get; private set; }

    /// <summary>Post of ours that follows it; whoever holds it today is its referent.</summary>
    [Display(Name = "Suivie par")]
    public int? OwnerPostId { get; private set; }
    public Post? OwnerPost { get; private set; }

    /// <summary>Post at the partner to speak to.</summary>
    [Display(Name = "Référent chez le partenaire")]
    public int? CounterpartPostId { get; private set; }
    public Post? CounterpartPost { get; private set; }

    /// <summary>Date written on the text; a signature can't precede it.</summary>
    [Display(Name = "Date du texte")]
    public DateOnly? TextDate { get; private set; }

    [Display(Name = "Début")]
    public DateOnly? Start { get; private set; }

    /// <summary>Inclusive; null when open-ended.</summary>
    [Display(Name = "Fin")]
    public DateOnly? End { get; private set; }

    [Display(Name = "Préavis (mois)")]
    public int NoticeMonths { get; private set; }

    [Display(Name = "Préavis (jours)")]
    public int NoticeDays { get; private set; }

    [Display(Name = "Reconduction")]
    public RenewalMode Renewal { get; private set; }

    [Display(Name = "Durée d’une reconduction (mois)")]
    public int? RenewalMonths { get; private set; }

    [Display(Name = "Reconductions au plus")]
    public int? MaximumRenewals { get; private set; }

    public DateOnly CreatedOn { get; private set; }

    [Display(Name = "Négociation engagée le")]
    public DateOnly? NegotiationOn { get; private set; }

    [Display(Name = "Envoyée à la signature le")]
    public DateOnly? SentForSignatureOn { get; private set; }

    [Display(Name = "Signée le")]
    public DateOnly? SignedOn { get; private set; }

    [Display(Name = "Préavis reçu le")]
    public DateOnly? NoticeReceivedOn { get; private set; }

    [Display(Name = "Préavis donné par le partenaire")]
    public bool NoticeFromPartner { get; private set; }

    [Display(Name = "Renouvellement décidé le")]
    public DateOnly? RenewalDecidedOn { get; private set; }

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

    /// <summary>Last day if nothing more is decided (null: none); follows from the clauses, kept so that SQL can compare it with the day.</summary>
    public DateOnly? FinalEnd { get; private set; }

    /// <summary>First day of the period that ends on <see cref="FinalEnd"/>; kept for the same reason.</summary>
    public DateOnly? FinalStart { get; private set; }

    /// <summary>Deadline of the decision on <see cref="FinalEnd"/>, unless notice was received; kept for the same reason.</summary>
    public DateOnly? FinalDeadline { get; private set; }

    public bool IsFrozen => SignedOn is not null;

    public ConventionTerms Terms => new(Start, End, NoticeMonths > 0 ? NoticePeriod.OfMonths(NoticeMonths) : NoticePeriod.OfDays(NoticeDays), Renewal, RenewalMonths, MaximumRenewals);

    public override SubjectFacts Describe() => new(Title, Number, Start ?? CreatedOn, Reach: Reach.Establishments) { Text = [Object] };

    /// <summary>The parties; who reads the convention follows from the establishments. The subject's links must be loaded.</summary>
    public void Between(IReadOnlyCollection<int> establishments, IReadOnlyCollection<int> partners)
    {
        var current = Subject.Links.ToLookup(l => l.Role, l => l.ToId);
        if (IsFrozen && !(current[LinkRole.Establishment].ToHashSet().SetEquals(establishments) && current[LinkRole.Partner].ToHashSet().SetEquals(partners)))
            throw new BrokenRuleException(Frozen);
        if (establishments.Count == 0)
            throw new BrokenRuleException("Choisissez au moins un de nos établissements.", "Establishments");
        if (partners.Count == 0)
            throw new BrokenRuleException("Choisissez au moins un partenaire.", "Partners");
        SetLinks(LinkRole.Establishment, establishments);
        SetLinks(LinkRole.Partner, partners);
    }

    public void About(string title, int kindId, string purpose, int? places)
    {
        if (IsFrozen && (title.Trim() != Title || kindId != KindId || purpose.Trim() != Object || places != Places))
            throw new BrokenRuleException(Frozen);
        if (places is < 0 or > 10_000)
            throw new BrokenRuleException("Indiquez un nombre de places entre 0 et 10 000.", nameof(Places));
        (Title, KindId, Object, Places) = (Required(title), kindId, purpose.Trim(), places);
    }

    /// <summary>The clauses on time.</summary>
    public void Run(ConventionTerms terms, DateOnly? textDate)
    {
        if (IsFrozen && (terms != Terms || textDate != TextDate))
            throw new BrokenRuleException(Frozen);
        if (terms.End < terms.Start)
            throw new BrokenRuleException("La fin précède le début.", nameof(End));
        if (terms is { End: not null, Start: null })
            throw new BrokenRuleException("Indiquez le début, puisque la fin est connue.", nameof(Start));
        if (terms.RenewalMonths is < 1 or > 240)
            throw new BrokenRuleException("Une reconduction dure de 1 à 240 mois.", nameof(RenewalMonths));
        if (terms.MaximumRenewals is < 1 or > 50)
            throw new BrokenRuleException("Indiquez de 1 à 50 reconductions, ou rien si le texte ne fixe pas de limite.", nameof(MaximumRenewals));
        (Start, End, TextDate) = (terms.Start, terms.End, textDate);
        (NoticeMonths, NoticeDays, Renewal, RenewalMonths, MaximumRenewals) = (terms.Notice.Months, terms.Notice.Days, terms.Renewal, terms.RenewalMonths, terms.MaximumRenewals);
        Reckon();
    }

    /// <summary>Who follows it on each side; never frozen, since people change.</summary>
    public void Entrust(int? ownerPostId, int? counterpartPostId) => (OwnerPostId, CounterpartPostId) = (ownerPostId, counterpartPostId);

    public void Follow(int predecessorId) => PredecessorId = predecessorId;

    public void Negotiate(DateOnly on)
    {
        Living();
        NegotiationOn = on;
    }

    public void SendForSignature(DateOnly on)
    {
        Living();
        if (IsFrozen)
            throw new BrokenRuleException(Frozen);
        if (Start is null)
            throw new BrokenRuleException("Indiquez d’abord le début de la convention.");
        NegotiationOn ??= on;
        SentForSignatureOn = on;
    }

    /// <summary>The day of the last signature; the text may be of years ago.</summary>
    public void Sign(DateOnly on, DateOnly? textDate, DateOnly today)
    {
        Living();
        if (IsFrozen)
            throw new BrokenRuleException(Frozen);
        if (Start is null)
            throw new BrokenRuleException("Indiquez d’abord le début de la convention.");
        if (on > today)
            throw new BrokenRuleException("Une signature ne se date pas d’avance.", nameof(SignedOn));
        if (on < textDate)
            throw new BrokenRuleException($"La signature ne peut pas précéder le texte, daté du {French.Date(textDate.Value)}.", nameof(SignedOn));
        (SignedOn, TextDate) = (on, textDate);
        NegotiationOn ??= on < CreatedOn ? on : null;
    }

    /// <summary>Notice counts by the day on which it was received.</summary>
    public void Denounce(DateOnly receivedOn, bool byPartner, DateOnly today)
    {
        Living();
        if (SignedOn is null)
            throw new BrokenRuleException("Seule une convention signée se dénonce.");
        if (receivedOn > today || receivedOn < SignedOn)
            throw new BrokenRuleException("Le préavis se reçoit entre la signature et aujourd’hui.", nameof(NoticeReceivedOn));
        (NoticeReceivedOn, NoticeFromPartner) = (receivedOn, byPartner);
        Reckon();
    }

    public void DecideRenewal(DateOnly on)
    {
        Living();
        RenewalDecidedOn = SignedOn is null ? throw new BrokenRuleException("Seule une convention signée se renouvelle.") : on;
    }

    public void AcceptExpired(DateOnly since, string by, string reason) => (AcceptedSince, AcceptedBy, AcceptedReason) = (since, by, reason.Trim());

    public void Abandon(DateOnly on, string reason)
    {
        if (IsFrozen)
            throw new BrokenRuleException("Une convention signée ne s’abandonne pas : elle se dénonce.");
        (AbandonedOn, AbandonedReason) = (on, reason.Trim());
    }

    private void Reckon()
    {
        FinalEnd = Terms.FinalEnd(NoticeReceivedOn);
        var last = FinalEnd is { } end && NoticeReceivedOn is null ? Terms.On(end) : null;
        (FinalStart, FinalDeadline) = (last?.Start, last?.DecisionDeadline);
    }

    private void Living()
    {
        if (AbandonedOn is not null)
            throw new BrokenRuleException("Cette convention a été abandonnée.");
    }

    private const string Frozen = "Une convention signée ne change plus : seuls ses référents se modifient.";

    private static string Required(string title) => string.IsNullOrWhiteSpace(title)
        ? throw new BrokenRuleException("Indiquez l’intitulé de la convention.", nameof(Title))
        : title.Trim();
}
