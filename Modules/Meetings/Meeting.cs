using System.ComponentModel.DataAnnotations;
using Intranet.Contacts;
using Intranet.Shared;

namespace Intranet.Meetings;

/// <summary>A meeting with one or several partners, from its planning to its closing.</summary>
internal sealed partial class Meeting : AggregateRoot
{
    private Meeting() { }

    public Meeting(string title, int kindId, MeetingMode mode, DateOnly on, bool isApproximate = false)
        : base(MeetingsModule.Meeting)
        => Plan(title, kindId, mode, on, isApproximate);

    [Display(Name = "Intitulé")]
    public string Title { get; private set; } = "";

    [Display(Name = "Nature")]
    public int KindId { get; private set; }
    public MeetingKind Kind { get; private set; } = null!;

    [Display(Name = "Mode")]
    public MeetingMode Mode { get; private set; }

    /// <summary>The day; the first of the month when only the month is known.</summary>
    [Display(Name = "Date")]
    public DateOnly On { get; private set; }

    [Display(Name = "Mois seulement")]
    public bool IsApproximate { get; private set; }

    /// <summary>Minutes after midnight, 0 to 1,439; null when the hour isn't settled.</summary>
    [Display(Name = "Heure")]
    public int? StartMinute { get; private set; }

    /// <summary>In minutes, 15 to 720.</summary>
    [Display(Name = "Durée (minutes)")]
    public int Duration { get; private set; } = 120;

    [Display(Name = "Lieu ou lien")]
    public string Place { get; private set; } = "";

    /// <summary>Among ourselves: it gathers no partner and never counts.</summary>
    [Display(Name = "Réunion interne")]
    public bool IsInternal { get; private set; }

    /// <summary>The tour of houses that this visit is a leg of.</summary>
    [Display(Name = "Tournée")]
    public int? RoundId { get; private set; }
    public VisitRound? Round { get; private set; }

    /// <summary>The version that partners receive, in Markdown.</summary>
    [Display(Name = "Compte rendu")]
    public string Minutes { get; private set; } = "";

    /// <summary>What stays with us, in Markdown; never sent.</summary>
    [Display(Name = "Notes internes")]
    public string InternalMinutes { get; private set; } = "";

    /// <summary>Since when those who met may remark on the draft of the minutes.</summary>
    [Display(Name = "Projet de compte rendu transmis le")]
    public DateOnly? CirculatedOn { get; private set; }

    /// <summary>Null while it is a draft, of which nobody is told.</summary>
    [Display(Name = "Planifiée le")]
    public DateOnly? PlannedOn { get; private set; }

    [Display(Name = "Reportée le")]
    public DateOnly? PostponedOn { get; private set; }

    [Display(Name = "Raison du report")]
    public string PostponedReason { get; private set; } = "";

    [Display(Name = "Tenue le")]
    public DateOnly? HeldOn { get; private set; }

    [Display(Name = "Close le")]
    public DateOnly? ClosedOn { get; private set; }

    [Display(Name = "Close par")]
    public string ClosedBy { get; private set; } = "";

    [Display(Name = "Annulée le")]
    public DateOnly? CancelledOn { get; private set; }

    [Display(Name = "Raison de l’annulation")]
    public string CancelledReason { get; private set; } = "";

    public ICollection<MeetingParticipant> Participants { get; } = new HashSet<MeetingParticipant>();
    public ICollection<AgendaLine> Agenda { get; } = new HashSet<AgendaLine>();
    public ICollection<MeetingOutcome> Outcomes { get; } = new HashSet<MeetingOutcome>();
    public ICollection<MinutesRemark> Remarks { get; } = new HashSet<MinutesRemark>();

    public MeetingState State => MeetingStates.Of(PlannedOn, HeldOn, ClosedOn, PostponedOn, CancelledOn);

    public bool IsOpen => State is not (MeetingState.Closed or MeetingState.Cancelled);

    public override SubjectFacts Describe() => new(Title, $"{Labels.Of(State)}, {Labels.Of(Mode).ToLowerInvariant()}", On, Reach: Reach.Establishments) { Text = [Minutes] };

    public void Plan(string title, int kindId, MeetingMode mode, DateOnly on, bool isApproximate)
    {
        Open();
        if (string.IsNullOrWhiteSpace(title))
            throw new BrokenRuleException("Indiquez l’intitulé de la rencontre.", nameof(Title));
        (Title, KindId, Mode) = (title.Trim(), kindId, mode);
        Move(isApproximate ? new DateOnly(on.Year, on.Month, 1) : on);
        IsApproximate = isApproximate;
    }

    /// <summary>Sets another day, which is then known; a meeting put off has one again.</summary>
    public void Move(DateOnly on)
    {
        Open();
        if (on != On)
            (On, IsApproximate, PostponedOn) = (on, false, null);
        HeldOn = HeldOn is null ? null : On;
    }

    /// <param name="startMinute">Minutes after midnight; null when the hour isn't settled.</param>
    /// <param name="duration">In minutes.</param>
    public void At(int? startMinute, int duration, string place)
    {
        Open();
        if (startMinute is < 0 or > 1439)
            throw new BrokenRuleException("Indiquez une heure entre 00:00 et 23:59.", nameof(StartMinute));
        if (duration is < 15 or > 720)
            throw new BrokenRuleException("Une rencontre dure de 15 minutes à 12 heures.", nameof(Duration));
        (StartMinute, Duration, Place) = (startMinute, duration, place.Trim());
    }

    /// <summary>The draft becomes a meeting of which people are told.</summary>
    public void Announce(DateOnly today)
    {
        Open();
        PlannedOn ??= today;
    }

    /// <summary>Its day no longer stands; the reason stays in sight even once another day is found.</summary>
    /// <param name="newDay">Null while none is found: it is then put off.</param>
    public void Postpone(DateOnly on, string reason, DateOnly? newDay = null)
    {
        Open();
        if (HeldOn is not null)
            throw new BrokenRuleException("Cette rencontre s’est tenue : elle ne peut plus être reportée.");
        if (newDay < on)
            throw new BrokenRuleException("La nouvelle date est à venir.", "NewDay");
        PostponedReason = reason.Trim();
        if (newDay is { } day)
        {
            (PostponedOn, IsApproximate) = (null, false);
            Move(day);
        }
        else
            PostponedOn = on;
    }

    /// <summary>Among ourselves, or with partners; to be said before <see cref="Between"/>.</summary>
    public void BeInternal(bool isInternal)
    {
        Open();
        IsInternal = isInternal;
    }

    /// <summary>A leg of a tour of our houses.</summary>
    public void JoinRound(VisitRound? round) => Round = round;

    /// <summary>Who meets; who reads the meeting follows from the establishments. The subject's links must be loaded.</summary>
    public void Between(IReadOnlyCollection<int> establishments, IReadOnlyCollection<int> partners)
    {
        Open();
        if (establishments.Count == 0)
            throw new BrokenRuleException("Choisissez au moins un de nos établissements.", "Establishments");
        if (partners.Count == 0 && !IsInternal)
            throw new BrokenRuleException("Choisissez au moins un partenaire, ou dites que la réunion est interne.", "Partners");
        if (partners.Count > 0 && IsInternal)
            throw new BrokenRuleException("Une réunion interne ne réunit pas de partenaire.", "Partners");
        SetLinks(LinkRole.Establishment, establishments);
        SetLinks(LinkRole.Partner, partners);
    }

    /// <summary>Who takes part, on both sides; rows that stay keep their place in the history.</summary>
    public void Gather(IEnumerable<MeetingParticipant> participants)
    {
        Open();
        var wanted = participants.DistinctBy(p => p.Key).ToDictionary(p => p.Key);
        foreach (var row in Participants.ToList())
        {
            if (wanted.Remove(row.Key, out var same))
                row.Become(same);
            else
                Participants.Remove(row);
        }
        foreach (var row in wanted.Values)
            Participants.Add(row);
    }

    public void Hold(DateOnly today)
    {
        Open();
        if (On > today)
            throw new BrokenRuleException($"Cette rencontre est prévue le {French.Date(On)} : elle ne peut pas encore être tenue.", nameof(On));
        (HeldOn, PlannedOn, PostponedOn) = (On, PlannedOn ?? On, null);
    }

    /// <summary>Freezes the meeting and settles for whom it counts; the subject's links must be loaded.</summary>
    public void Close(DateOnly on, string by, IEnumerable<int> countingPartners)
    {
        Open();
        if (HeldOn is null)
            throw new BrokenRuleException("Une rencontre se clôt après avoir été tenue.");
        (ClosedOn, ClosedBy) = (on, by);
        SetLinks(LinkRole.Met, countingPartners);
    }

    public void Cancel(DateOnly on, string reason)
    {
        Open();
        (CancelledOn, CancelledReason) = (on, reason.Trim());
    }

    private void Open()
    {
        if (ClosedOn is not null)
            throw new BrokenRuleException("Cette rencontre est close : elle ne change plus.");
        if (CancelledOn is not null)
            throw new BrokenRuleException("Cette rencontre est annulée.");
    }
}
