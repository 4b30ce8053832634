using System.ComponentModel.DataAnnotations;
using Intranet.Contacts;
using Intranet.Shared;

namespace Intranet.Training;

internal enum ImmersionWay
{
    [Display(Name = "Une personne de chez nous chez le partenaire")]
    OursAtPartner = 1,

    [Display(Name = "Une personne du partenaire chez nous")]
    TheirsWithUs = 2,
}

/// <summary>A few days spent in the other's house: it counts as mutual knowledge. It points at the partner and the establishment, so that their sheets show it.</summary>
internal sealed class Immersion : AggregateRoot
{
    private Immersion() { }

    public Immersion(ImmersionWay way, DateOnly from, DateOnly to)
        : base(TrainingModule.Immersion)
    {
        Way = way;
        Last(from, to);
    }

    [Display(Name = "Sens")]
    public ImmersionWay Way { get; private set; }

    /// <summary>Who goes.</summary>
    [Display(Name = "Personne accueillie")]
    public int PersonId { get; private set; }
    public Person? Person { get; private set; }

    /// <summary>Ours: where the person comes from, or who receives.</summary>
    [Display(Name = "Établissement")]
    public int EstablishmentId { get; private set; }
    public Establishment? Establishment { get; private set; }

    [Display(Name = "Partenaire")]
    public int PartnerId { get; private set; }
    public Partner? Partner { get; private set; }

    /// <summary>Who receives, on the side that receives.</summary>
    [Display(Name = "Tutrice ou tuteur")]
    public int? TutorId { get; private set; }
    public Person? Tutor { get; private set; }

    [Display(Name = "Du")]
    public DateOnly From { get; private set; }

    [Display(Name = "Au")]
    public DateOnly To { get; private set; }

    [Display(Name = "Objectifs")]
    public string Aims { get; private set; } = "";

    /// <summary>What the person brings back; short, and of work, never of an accompanied person.</summary>
    [Display(Name = "Retour")]
    public string Return { get; private set; } = "";

    [Display(Name = "Retour fait le")]
    public DateOnly? ReturnedOn { get; private set; }

    [Display(Name = "Annulée le")]
    public DateOnly? CancelledOn { get; private set; }

    public override SubjectFacts Describe() => new(
        Way == ImmersionWay.OursAtPartner ? "Immersion chez le partenaire" : "Immersion chez nous",
        $"{(From == To ? $"Le {French.Date(From)}" : $"Du {French.Date(From)} au {French.Date(To)}")}{(CancelledOn is null ? "" : ", annulée")}",
        From, Reach: Reach.Establishments)
    { Text = [Aims, Return] };

    public void Last(DateOnly from, DateOnly to)
    {
        if (to < from)
            throw new BrokenRuleException("La fin vient après le début.", nameof(To));
        if (to > from.AddDays(92))
            throw new BrokenRuleException("Une immersion dure au plus trois mois.", nameof(To));
        (From, To) = (from, to);
    }

    /// <summary>Who goes where; the subject's links must be loaded.</summary>
    public void Between(ImmersionWay way, int personId, int establishmentId, int partnerId, int? tutorId)
    {
        if (tutorId == personId)
            throw new BrokenRuleException("La personne accueillie n’est pas sa propre tutrice.", nameof(TutorId));
        (Way, PersonId, EstablishmentId, PartnerId, TutorId) = (way, personId, establishmentId, partnerId, tutorId);
        SetLinks(LinkRole.Establishment, [establishmentId]);
        SetLinks(LinkRole.Partner, [partnerId]);
        SetLinks(LinkRole.Person, [personId]);
    }

    public void Aim(string aims) => Aims = aims.Trim();

    public void Tell(DateOnly on, string text)
    {
        if (CancelledOn is not null)
            throw new BrokenRuleException("Cette immersion est annulée.");
        if (on < From)
            throw new BrokenRuleException("Le retour se fait après le début de l’immersion.");
        if (string.IsNullOrWhiteSpace(text))
            throw new BrokenRuleException("Écrivez le retour en quelques lignes.", nameof(Return));
        (ReturnedOn, Return) = (on, text.Trim());
    }

    public void Cancel(DateOnly on) => CancelledOn = on;

    /// <summary>Somebody else receives, since the tutor leaves.</summary>
    public void EntrustTo(int? tutorId) => TutorId = tutorId == PersonId ? null : tutorId;

    /// <summary>Over, and nothing was said of it.</summary>
    public bool IsReturnDue(DateOnly day) => CancelledOn is null && ReturnedOn is null && To < day;
}
