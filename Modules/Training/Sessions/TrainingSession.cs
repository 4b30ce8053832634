using System.ComponentModel.DataAnnotations;
using Intranet.Contacts;
using Intranet.Shared;

namespace Intranet.Training;

/// <summary>A course given on certain half-days, with its seats. Everybody reads when and where; who is enrolled, only those who may.</summary>
internal sealed partial class TrainingSession : AggregateRoot
{
    private TrainingSession() { }

    public TrainingSession(int courseId, string title, int capacity, int minimum)
        : base(TrainingModule.Session)
    {
        (CourseId, Title) = (courseId, title.Trim());
        Seat(capacity, minimum);
    }

    [Display(Name = "Formation")]
    public int CourseId { get; private set; }
    public Course? Course { get; private set; }

    /// <summary>The course's title on the day of planning: what people call the session.</summary>
    [Display(Name = "Intitulé")]
    public string Title { get; private set; } = "";

    [Display(Name = "Lieu ou lien")]
    public string Place { get; private set; } = "";

    [Display(Name = "En visioconférence")]
    public bool IsRemote { get; private set; }

    /// <summary>Where it takes place, or who organises it.</summary>
    [Display(Name = "Établissement d’accueil")]
    public int? EstablishmentId { get; private set; }
    public Establishment? Establishment { get; private set; }

    [Display(Name = "Intervenante ou intervenant")]
    public string Trainer { get; private set; } = "";

    [Display(Name = "Places")]
    public int Capacity { get; private set; }

    /// <summary>Fewer enrolled and it is called off; 1 to the capacity.</summary>
    [Display(Name = "Effectif minimal")]
    public int Minimum { get; private set; }

    /// <summary>Who enrols by themselves waits for their head of service.</summary>
    [Display(Name = "Accord du responsable nécessaire")]
    public bool NeedsApproval { get; private set; }

    [Display(Name = "Ouverte aux partenaires")]
    public bool IsOpenToPartners { get; private set; }

    /// <summary>Cents for the whole session (trainer, room), besides what each person costs; null when none.</summary>
    [Display(Name = "Coût de la session (centimes)")]
    public long? FixedCost { get; private set; }

    [Display(Name = "Précisions")]
    public string Notes { get; private set; } = "";

    /// <summary>First and last half-day, from <see cref="Slots"/>.</summary>
    [Display(Name = "Du")]
    public DateOnly From { get; private set; }

    [Display(Name = "Au")]
    public DateOnly To { get; private set; }

    [Display(Name = "Annulée le")]
    public DateOnly? CancelledOn { get; private set; }

    [Display(Name = "Raison de l’annulation")]
    public string CancelledReason { get; private set; } = "";

    /// <summary>Attendance is settled and the records are written.</summary>
    [Display(Name = "Close le")]
    public DateOnly? ClosedOn { get; private set; }

    [Display(Name = "Close par")]
    public string ClosedBy { get; private set; } = "";

    /// <summary>Hash of the secret by which partners enrol; empty when there is no link.</summary>
    public string InvitationHash { get; private set; } = "";

    /// <summary>The last day on which partners may enrol by the link.</summary>
    [Display(Name = "Lien d’inscription valable jusqu’au")]
    public DateOnly? InvitationUntil { get; private set; }

    public ICollection<SessionSlot> Slots { get; } = new HashSet<SessionSlot>();
    public ICollection<Enrolment> Enrolments { get; } = new HashSet<Enrolment>();
    public ICollection<Presence> Presences { get; } = new HashSet<Presence>();
    public ICollection<HandOn> HandOns { get; } = new HashSet<HandOn>();

    /// <summary>Neither called off nor closed.</summary>
    public bool IsOpen => CancelledOn is null && ClosedOn is null;

    public override SubjectFacts Describe() => new(Title, CancelledOn is null ? $"Session du {French.Date(From)}" : $"Session du {French.Date(From)}, annulée", From) { Text = [Place, Trainer] };

    public void Describe(string title, string place, bool isRemote, int? establishmentId, string trainer, string notes)
    {
        CheckOpen();
        if (string.IsNullOrWhiteSpace(title))
            throw new BrokenRuleException("Indiquez l’intitulé de la session.", nameof(Title));
        (Title, Place, IsRemote, EstablishmentId, Trainer, Notes) = (title.Trim(), place.Trim(), isRemote, establishmentId, trainer.Trim(), notes.Trim());
    }

    /// <summary>Sets the seats; call <see cref="FillSeats"/> after it, since who waited may have one now.</summary>
    public void Seat(int capacity, int minimum)
    {
        CheckOpen();
        if (capacity is < 1 or > 500)
            throw new BrokenRuleException("Une session compte de 1 à 500 places.", nameof(Capacity));
        if (minimum < 1 || minimum > capacity)
            throw new BrokenRuleException("L’effectif minimal va de 1 au nombre de places.", nameof(Minimum));
        if (capacity < Enrolments.Count(e => e.IsSeated))
            throw new BrokenRuleException($"{French.Count(Enrolments.Count(e => e.IsSeated), "personne a une place", "personnes ont une place")} : désinscrivez d’abord celles qui n’en auront plus.", nameof(Capacity));
        (Capacity, Minimum) = (capacity, minimum);
    }

    public void Open(bool needsApproval, bool toPartners, long? fixedCost)
    {
        CheckOpen();
        if (fixedCost is < 0 or > 1_000_000_00)
            throw new BrokenRuleException("Le coût de la session va de 0 à 1 000 000 €.", nameof(FixedCost));
        (NeedsApproval, IsOpenToPartners, FixedCost) = (needsApproval, toPartners, fixedCost);
        if (!toPartners)
            (InvitationHash, InvitationUntil) = ("", null);
    }

    /// <summary>The half-days, in order; those that stay keep their attendance. Slots and presences must be loaded.</summary>
    public void Schedule(IReadOnlyCollection<SlotTime> times)
    {
        CheckOpen();
        if (times.Count is 0 or > 60)
            throw new BrokenRuleException("Indiquez de 1 à 60 demi-journées.", nameof(Slots));
        foreach (var time in times)
            time.Check();
        var ordered = times.OrderBy(t => t.On).ThenBy(t => t.StartMinute).ToList();
        if (ordered.Zip(ordered.Skip(1)).Any(p => p.First.On == p.Second.On && p.First.StartMinute + p.First.Duration > p.Second.StartMinute))
            throw new BrokenRuleException("Deux demi-journées se recouvrent.", nameof(Slots));
        var wanted = ordered.ToDictionary(t => (t.On, t.StartMinute));
        foreach (var slot in Slots.ToList())
        {
            if (wanted.Remove((slot.On, slot.StartMinute), out var same))
                slot.Last(same.Duration);
            else
            {
                foreach (var presence in Presences.Where(p => p.SlotId == slot.Id).ToList())
                    Presences.Remove(presence);
                Slots.Remove(slot);
            }
        }
        foreach (var time in wanted.Values)
            Slots.Add(new SessionSlot(time));
        (From, To) = (ordered[0].On, ordered[^1].On);
    }

    public void Cancel(DateOnly on, string reason)
    {
        CheckOpen();
        if (string.IsNullOrWhiteSpace(reason))
            throw new BrokenRuleException("Dites pourquoi : les personnes inscrites le liront.", nameof(CancelledReason));
        (CancelledOn, CancelledReason, InvitationHash, InvitationUntil) = (on, reason.Trim(), "", null);
    }

    /// <summary>A new link for partners, which ends the former one.</summary>
    /// <param name="hash">Of the secret that the address carries.</param>
    public void Invite(string hash, DateOnly until)
    {
        CheckOpen();
        if (!IsOpenToPartners)
            throw new BrokenRuleException("Cette session n’est pas ouverte aux partenaires.");
        (InvitationHash, InvitationUntil) = (hash, until < To ? until : To);
    }

    public void CloseInvitation() => (InvitationHash, InvitationUntil) = ("", null);

    private void CheckOpen()
    {
        if (ClosedOn is not null)
            throw new BrokenRuleException("Cette session est close : elle ne change plus.");
        if (CancelledOn is not null)
            throw new BrokenRuleException("Cette session est annulée.");
    }
}
