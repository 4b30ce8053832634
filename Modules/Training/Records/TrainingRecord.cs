using System.ComponentModel.DataAnnotations;
using Intranet.Contacts;
using Intranet.Shared;

namespace Intranet.Training;

internal enum RecordOrigin
{
    [Display(Name = "Session")]
    Session = 1,

    [Display(Name = "Saisie")]
    Entered = 2,

    [Display(Name = "Import")]
    Imported = 3,
}

internal enum RecordState
{
    [Display(Name = "À vérifier")]
    Submitted = 1,

    [Display(Name = "Acceptée")]
    Accepted = 2,

    [Display(Name = "Refusée")]
    Refused = 3,

    [Display(Name = "Annulée")]
    Cancelled = 4,
}

/// <summary>
/// Somebody of ours completed a course: the fact from which coverage is computed. It stays when the person leaves. It is out of every
/// list and search: who reads it is settled by <see cref="TrainingScope"/>, page by page.
/// </summary>
internal sealed class TrainingRecord : AggregateRoot, IHideable
{
    private TrainingRecord() { }

    /// <summary>Entered, by the person or by who answers for them; it counts once accepted.</summary>
    public TrainingRecord(int personId, int courseId, DateOnly completedOn, int minutes, long cost, RecordOrigin origin, DateOnly submittedOn, string submittedBy)
        : base(TrainingModule.Record)
    {
        (PersonId, CourseId, Origin, SubmittedOn, SubmittedBy) = (personId, courseId, origin, submittedOn, submittedBy);
        State(completedOn, null, minutes, cost, "", submittedOn);
    }

    /// <summary>Written when a session closes: attendance is its proof.</summary>
    public static TrainingRecord OfSession(int personId, TrainingSession session, Course course, int minutes, DateOnly on, string by)
    {
        var record = new TrainingRecord(personId, session.CourseId, session.To, minutes, course.Cost ?? 0, RecordOrigin.Session, on, by) { SessionId = session.Id };
        record.Accept(on, by);
        return record;
    }

    [Display(Name = "Personne")]
    public int PersonId { get; private set; }
    public Person? Person { get; private set; }

    [Display(Name = "Formation")]
    public int CourseId { get; private set; }
    public Course? Course { get; private set; }

    [Display(Name = "Session")]
    public int? SessionId { get; private set; }
    public TrainingSession? Session { get; private set; }

    [Display(Name = "Origine")]
    public RecordOrigin Origin { get; private set; }

    /// <summary>Last day of the course.</summary>
    [Display(Name = "Suivie le")]
    public DateOnly CompletedOn { get; private set; }

    /// <summary>Last day of validity written on the certificate; it then stands in place of the course's rule.</summary>
    [Display(Name = "Valable jusqu’au (écrit sur l’attestation)")]
    public DateOnly? StatedUntil { get; private set; }

    [Display(Name = "Durée suivie (minutes)")]
    public int Minutes { get; private set; }

    /// <summary>Cents, on that day: later prices of the course change nothing.</summary>
    [Display(Name = "Coût (centimes)")]
    public long Cost { get; private set; }

    [Display(Name = "Organisme ou précisions")]
    public string Note { get; private set; } = "";

    [Display(Name = "Déclarée le")]
    public DateOnly SubmittedOn { get; private set; }

    [Display(Name = "Déclarée par")]
    public string SubmittedBy { get; private set; } = "";

    [Display(Name = "Acceptée le")]
    public DateOnly? AcceptedOn { get; private set; }

    [Display(Name = "Acceptée par")]
    public string AcceptedBy { get; private set; } = "";

    [Display(Name = "Refusée le")]
    public DateOnly? RefusedOn { get; private set; }

    [Display(Name = "Raison du refus")]
    public string RefusedReason { get; private set; } = "";

    [Display(Name = "Annulée le")]
    public DateOnly? CancelledOn { get; private set; }

    /// <summary>Why it was last corrected or cancelled.</summary>
    [Display(Name = "Raison de la correction")]
    public string CorrectedReason { get; private set; } = "";

    public RecordState Status => CancelledOn is not null ? RecordState.Cancelled
        : AcceptedOn is not null ? RecordState.Accepted
        : RefusedOn is not null ? RecordState.Refused
        : RecordState.Submitted;

    /// <summary>It counts in coverage.</summary>
    public bool Counts => Status == RecordState.Accepted;

    public override SubjectFacts Describe() => new($"Formation suivie le {French.Date(CompletedOn)}", Date: CompletedOn, Reach: Reach.Hidden);

    public void Accept(DateOnly on, string by)
    {
        if (Status is RecordState.Cancelled or RecordState.Accepted)
            throw new BrokenRuleException("Cette attestation n’est plus à vérifier.");
        (AcceptedOn, AcceptedBy, RefusedOn, RefusedReason) = (on, by, null, "");
    }

    public void Refuse(DateOnly on, string reason)
    {
        if (Status != RecordState.Submitted)
            throw new BrokenRuleException("Cette attestation n’est plus à vérifier.");
        if (string.IsNullOrWhiteSpace(reason))
            throw new BrokenRuleException("Dites pourquoi : la personne le lira.", nameof(RefusedReason));
        (RefusedOn, RefusedReason) = (on, reason.Trim());
    }

    /// <summary>What the person changes after a refusal, or before an answer: it is to be verified again.</summary>
    public void Resubmit(DateOnly completedOn, DateOnly? statedUntil, string note, DateOnly today)
    {
        if (Status is RecordState.Cancelled or RecordState.Accepted)
            throw new BrokenRuleException("Une attestation acceptée ne se change plus ; demandez une correction à votre responsable.");
        State(completedOn, statedUntil, Minutes, Cost, note, today);
        (RefusedOn, RefusedReason) = (null, "");
    }

    /// <summary>A mistake is put right; the history keeps what stood before.</summary>
    public void Correct(DateOnly completedOn, DateOnly? statedUntil, int minutes, long cost, string note, string reason, DateOnly today)
    {
        if (Status == RecordState.Cancelled)
            throw new BrokenRuleException("Cette attestation est annulée.");
        Why(reason);
        State(completedOn, statedUntil, minutes, cost, note, today);
    }

    public void Cancel(DateOnly on, string reason)
    {
        Why(reason);
        CancelledOn = on;
    }

    /// <param name="minutes">0 to 60,000.</param>
    /// <param name="cost">Cents.</param>
    public void State(DateOnly completedOn, DateOnly? statedUntil, int minutes, long cost, string note, DateOnly today)
    {
        if (completedOn > today)
            throw new BrokenRuleException("Une formation suivie l’est au plus tard aujourd’hui.", nameof(CompletedOn));
        if (completedOn.Year < 1970)
            throw new BrokenRuleException("Indiquez une date depuis 1970.", nameof(CompletedOn));
        if (statedUntil < completedOn)
            throw new BrokenRuleException("La validité finit après la formation.", nameof(StatedUntil));
        if (minutes is < 0 or > 60_000)
            throw new BrokenRuleException("Une formation dure au plus 1 000 heures.", nameof(Minutes));
        if (cost is < 0 or > 100_000_00)
            throw new BrokenRuleException("Le coût va de 0 à 100 000 €.", nameof(Cost));
        (CompletedOn, StatedUntil, Minutes, Cost, Note) = (completedOn, statedUntil, minutes, cost, note.Trim());
    }

    private void Why(string reason)
        => CorrectedReason = string.IsNullOrWhiteSpace(reason) ? throw new BrokenRuleException("Dites pourquoi : l’historique le garde.", nameof(CorrectedReason)) : reason.Trim();
}
