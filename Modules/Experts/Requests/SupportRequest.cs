using System.ComponentModel.DataAnnotations;
using Intranet.Contacts;
using Intranet.Shared;

namespace Intranet.Experts;

/// <summary>
/// A question to the network, about a typed situation and never about a person: there is no place to write who. The asker's team and the experts
/// asked read it, and whoever keeps the basket; everybody reads what was made of it once published.
/// </summary>
internal sealed partial class SupportRequest : AggregateRoot, IHideable
{
    /// <summary>Working days (rules.md, "Support requests"): nothing is said before the first; reminders; the head of service; given up.</summary>
    public const int QuietDays = 3, FirstReminder = 9, SecondReminder = 21, GivenUpAfter = 45;

    /// <summary>Characters of the question.</summary>
    public const int LongestQuestion = 2000;

    private SupportRequest() { }

    /// <param name="at">Real time, UTC.</param>
    /// <param name="on">The day that delays count from.</param>
    public SupportRequest(int personId, int establishmentId, int topicId, string question, DateTime at, DateOnly on)
        : base(ExpertsModule.Request)
    {
        if (string.IsNullOrWhiteSpace(question))
            throw new BrokenRuleException("Écrivez votre question.", nameof(Question));
        (PersonId, EstablishmentId, TopicId, Question, AskedAt, AskedOn) = (personId, establishmentId, topicId, question.Trim(), at, on);
    }

    [Display(Name = "Demandée par")]
    public int PersonId { get; private set; }
    public Person? Person { get; private set; }

    /// <summary>Where the asker worked that day: the team that reads it.</summary>
    [Display(Name = "Établissement")]
    public int EstablishmentId { get; private set; }
    public Establishment? Establishment { get; private set; }

    /// <summary>The need: what it is about, by which experts are chosen.</summary>
    [Display(Name = "Besoin")]
    public int TopicId { get; private set; }
    public Topic? Topic { get; private set; }

    [Display(Name = "Mesure")]
    public int? MeasureId { get; private set; }
    public Topic? Measure { get; private set; }

    [Display(Name = "Public")]
    public int? PublicId { get; private set; }
    public Topic? Public { get; private set; }

    [Display(Name = "Âge")]
    public AgeBand Age { get; private set; } = AgeBand.Unsaid;

    [Display(Name = "Urgence")]
    public Urgency Urgency { get; private set; } = Urgency.Calm;

    /// <summary>Code; empty when it doesn't matter.</summary>
    [Display(Name = "Département")]
    public string Department { get; private set; } = "";

    [Display(Name = "Question", AutoGenerateField = false)]
    public string Question { get; private set; } = "";

    /// <summary>Real time, UTC.</summary>
    public DateTime AskedAt { get; private set; }

    [Display(Name = "Demandée le")]
    public DateOnly AskedOn { get; private set; }

    /// <summary>« Cela vous a aidé ? »; null until said.</summary>
    [Display(Name = "A aidé")]
    public bool? Helped { get; private set; }

    [Display(Name = "Ce qui a aidé, ou manqué", AutoGenerateField = false)]
    public string HelpedWhy { get; private set; } = "";

    [Display(Name = "Close le")]
    public DateOnly? ClosedOn { get; private set; }

    [Display(Name = "Retirée le")]
    public DateOnly? CancelledOn { get; private set; }

    /// <summary>The asker was told that nobody answered.</summary>
    [Display(Name = "Abandonnée le")]
    public DateOnly? GivenUpOn { get; private set; }

    /// <summary>Attachments are refused unless coordination or direction allowed them here.</summary>
    [Display(Name = "Pièces jointes permises le")]
    public DateOnly? FilesAllowedOn { get; private set; }

    [Display(Name = "Pièces jointes permises par")]
    public string FilesAllowedBy { get; private set; } = "";

    public ICollection<RequestedExpert> Experts { get; } = new HashSet<RequestedExpert>();
    public ICollection<SupportMessage> Messages { get; } = new HashSet<SupportMessage>();
    public ICollection<SupportMention> Mentions { get; } = new HashSet<SupportMention>();

    /// <summary>Hidden: who may read it, the module decides. Its title tells nothing of the question, since the journal shows titles.</summary>
    public override SubjectFacts Describe() => new($"Demande d’appui du {French.Date(AskedOn)}", "Demande d’appui", AskedOn, Reach: Reach.Hidden);

    /// <summary>The question's beginning, for lists.</summary>
    public static string Begin(string question)
    {
        var line = question.ReplaceLineEndings(" ");
        return line.Length <= 120 ? line : $"{line[..119].TrimEnd()}…";
    }

    /// <summary>The typed situation.</summary>
    public void Situate(int? measureId, int? publicId, AgeBand age, Urgency urgency, string department)
        => (MeasureId, PublicId, Age, Urgency, Department) = (measureId, publicId, age, urgency, department.Trim());

    public void AllowFiles(string by, DateOnly on) => (FilesAllowedOn, FilesAllowedBy) = (on, by);

    /// <summary>Forgets who allowed them.</summary>
    public void ForgetName(string name) => FilesAllowedBy = FilesAllowedBy == name ? Contacts.Person.ErasedName : FilesAllowedBy;

    /// <summary>State of the day; the experts asked must be loaded.</summary>
    public RequestState StateOn(DateOnly day)
        => RequestStates.Of(CancelledOn, ClosedOn, GivenUpOn, AskedOn, Experts.Select(e => e.Answer), day);

    public bool IsOpen => CancelledOn is null && ClosedOn is null;
}

internal enum AgeBand
{
    [Display(Name = "Sans objet")]
    Unsaid = 1,

    [Display(Name = "Moins de 18 ans")]
    Minor,

    [Display(Name = "18 à 25 ans")]
    Young,

    [Display(Name = "26 à 59 ans")]
    Adult,

    [Display(Name = "60 ans et plus")]
    Senior,
}

internal enum Urgency
{
    [Display(Name = "Pas d’urgence")]
    Calm = 1,

    [Display(Name = "Dans la semaine")]
    Week,

    [Display(Name = "Dans les deux jours")]
    Pressing,
}
