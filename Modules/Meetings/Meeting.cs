using System.ComponentModel.DataAnnotations;
using Intranet.Contacts;
using Intranet.Shared;

namespace Intranet.Meetings;

internal enum MeetingMode
{
    [Display(Name = "Chez nous")]
    AtOurs = 1,

    [Display(Name = "Chez eux")]
    AtTheirs = 2,

    [Display(Name = "En visio")]
    Video = 3,

    [Display(Name = "Par téléphone")]
    Phone = 4,
}

internal enum MeetingState
{
    [Display(Name = "Planifiée")]
    Planned,

    [Display(Name = "Tenue")]
    Held,

    [Display(Name = "Close")]
    Closed,

    [Display(Name = "Annulée")]
    Cancelled,
}

/// <summary>A meeting with one or several partners, from its planning to its closing.</summary>
internal sealed class Meeting : AggregateRoot
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

    [Display(Name = "Compte rendu")]
    public string Minutes { get; private set; } = "";

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

    public MeetingState State => CancelledOn is not null ? MeetingState.Cancelled
        : ClosedOn is not null ? MeetingState.Closed
        : HeldOn is not null ? MeetingState.Held
        : MeetingState.Planned;

    public bool IsOpen => State is MeetingState.Planned or MeetingState.Held;

    public override SubjectFacts Describe() => new(Title, $"{Labels.Of(State)}, {Labels.Of(Mode).ToLowerInvariant()}", On, Reach: Reach.Establishments) { Text = [Minutes] };

    public void Plan(string title, int kindId, MeetingMode mode, DateOnly on, bool isApproximate)
    {
        Open();
        if (string.IsNullOrWhiteSpace(title))
            throw new BrokenRuleException("Indiquez l’intitulé de la rencontre.", nameof(Title));
        (Title, KindId, Mode, IsApproximate) = (title.Trim(), kindId, mode, isApproximate);
        On = isApproximate ? new DateOnly(on.Year, on.Month, 1) : on;
        HeldOn = HeldOn is null ? null : On;
    }

    /// <summary>Who meets; who reads the meeting follows from the establishments. The subject's links must be loaded.</summary>
    public void Between(IReadOnlyCollection<int> establishments, IReadOnlyCollection<int> partners)
    {
        Open();
        if (establishments.Count == 0)
            throw new BrokenRuleException("Choisissez au moins un de nos établissements.", "Establishments");
        if (partners.Count == 0)
            throw new BrokenRuleException("Choisissez au moins un partenaire.", "Partners");
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
                row.Attend(same.Attendance);
            else
                Participants.Remove(row);
        }
        foreach (var row in wanted.Values)
            Participants.Add(row);
    }

    public void Note(string minutes)
    {
        Open();
        Minutes = minutes.Trim();
    }

    public void Hold(DateOnly today)
    {
        Open();
        if (On > today)
            throw new BrokenRuleException($"Cette rencontre est prévue le {French.Date(On)} : elle ne peut pas encore être tenue.", nameof(On));
        HeldOn = On;
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
            throw new BrokenRuleException("Cette rencontre est close : elle ne change plus.");
        if (CancelledOn is not null)
            throw new BrokenRuleException("Cette rencontre est annulée.");
    }
}
