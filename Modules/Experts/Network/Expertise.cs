using System.ComponentModel.DataAnnotations;
using Intranet.Shared;

namespace Intranet.Experts;

internal enum ExpertiseLevel
{
    [Display(Name = "Connaît")]
    Knows = 1,

    [Display(Name = "Pratique")]
    Practises = 2,

    [Display(Name = "Fait référence")]
    Reference = 3,
}

/// <summary>By what an expertise is known, beyond one's own word.</summary>
internal enum Proof
{
    [Display(Name = "Confirmée par la ou le responsable")]
    Head = 1,

    [Display(Name = "Confirmée par une ou un collègue du réseau")]
    Peer = 2,

    [Display(Name = "Prouvée par des réponses")]
    Answers = 3,

    [Display(Name = "Prouvée par une formation")]
    Training = 4,
}

internal enum ExpertiseState
{
    /// <summary>Said by oneself; nobody confirmed it yet.</summary>
    [Display(Name = "Déclarée")]
    Declared = 1,

    [Display(Name = "Confirmée")]
    Confirmed = 2,

    /// <summary>Neither used nor confirmed for eighteen months.</summary>
    [Display(Name = "À reconfirmer")]
    Faded = 3,
}

/// <summary>What an expert knows of a topic. Facts only: the state is computed for a day.</summary>
[Display(Name = "Expertise")]
internal sealed class Expertise : IPartOf
{
    /// <summary>Months without use nor confirmation after which it fades.</summary>
    public const int FadesAfter = 18;

    private Expertise() { }

    internal Expertise(int topicId, ExpertiseLevel level, DateOnly? since, string by, DateOnly today)
    {
        TopicId = topicId;
        Declare(level, since, by, today);
    }

    public int Id { get; private set; }
    public int ExpertId { get; private set; }
    public Expert? Expert { get; private set; }
    public int RootId => ExpertId;

    [Display(Name = "Thème")]
    public int TopicId { get; private set; }
    public Topic? Topic { get; private set; }

    [Display(Name = "Niveau")]
    public ExpertiseLevel Level { get; private set; }

    [Display(Name = "Depuis le")]
    public DateOnly? Since { get; private set; }

    [Display(Name = "Déclarée le")]
    public DateOnly DeclaredOn { get; private set; }

    [Display(Name = "Déclarée par")]
    public string DeclaredBy { get; private set; } = "";

    [Display(Name = "Confirmée le")]
    public DateOnly? ConfirmedOn { get; private set; }

    [Display(Name = "Confirmée par")]
    public string ConfirmedBy { get; private set; } = "";

    [Display(Name = "Comment on le sait")]
    public Proof? ProvedBy { get; private set; }

    /// <summary>Day of the last answer given on it.</summary>
    [Display(Name = "Dernière réponse le")]
    public DateOnly? UsedOn { get; private set; }

    public ExpertiseState StateOn(DateOnly day) => StateOf(DeclaredOn, ConfirmedOn, UsedOn, day);

    /// <summary>
    /// Confirmed for eighteen months after the last confirmation or use; then as one says it oneself, for eighteen months after having said it. To say
    /// it again doesn't confirm it.
    /// </summary>
    public static ExpertiseState StateOf(DateOnly declaredOn, DateOnly? confirmedOn, DateOnly? usedOn, DateOnly day)
        => FadesOn(declaredOn, confirmedOn, usedOn) <= day ? ExpertiseState.Faded
            : confirmedOn is { } confirmed && (usedOn > confirmed ? usedOn.Value : confirmed).AddMonths(FadesAfter) > day ? ExpertiseState.Confirmed
            : ExpertiseState.Declared;

    /// <summary>First day on which it is no longer sure.</summary>
    public static DateOnly FadesOn(DateOnly declaredOn, DateOnly? confirmedOn, DateOnly? usedOn)
        => new[] { declaredOn, confirmedOn ?? declaredOn, usedOn ?? declaredOn }.Max().AddMonths(FadesAfter);

    /// <summary>Said anew; what was confirmed at another level is to be confirmed again.</summary>
    internal void Declare(ExpertiseLevel level, DateOnly? since, string by, DateOnly today)
    {
        if (level > Level)
            (ConfirmedOn, ConfirmedBy, ProvedBy) = (null, "", null);
        (Level, Since, DeclaredOn, DeclaredBy) = (level, since, today, by);
    }

    public void Confirm(Proof proof, string by, DateOnly on) => (ConfirmedOn, ConfirmedBy, ProvedBy) = (on, by, proof);

    /// <summary>An answer was given; one that helped proves what was only declared.</summary>
    public void Use(DateOnly on, bool helped)
    {
        UsedOn = UsedOn > on ? UsedOn : on;
        if (helped && ConfirmedOn is null)
            Confirm(Proof.Answers, "", on);
    }

    /// <summary>The same, for another sheet of the same person.</summary>
    internal Expertise Copy() => new()
    {
        TopicId = TopicId,
        Level = Level,
        Since = Since,
        DeclaredOn = DeclaredOn,
        DeclaredBy = DeclaredBy,
        ConfirmedOn = ConfirmedOn,
        ConfirmedBy = ConfirmedBy,
        ProvedBy = ProvedBy,
        UsedOn = UsedOn,
    };

    /// <summary>One expertise written twice: the earliest start, the latest use and confirmation, at the level declared last.</summary>
    internal void Join(Expertise other)
    {
        if (other.DeclaredOn > DeclaredOn)
            (Level, DeclaredOn, DeclaredBy) = (other.Level, other.DeclaredOn, other.DeclaredBy);
        if (other.ConfirmedOn is { } on && !(ConfirmedOn >= on))
            (ConfirmedOn, ConfirmedBy, ProvedBy) = (on, other.ConfirmedBy, other.ProvedBy);
        Since = Since is null || other.Since < Since ? other.Since : Since;
        UsedOn = UsedOn is null || other.UsedOn > UsedOn ? other.UsedOn : UsedOn;
    }

    /// <summary>Forgets who declared or confirmed it under that name.</summary>
    internal void ForgetName(string name)
    {
        DeclaredBy = DeclaredBy == name ? Contacts.Person.ErasedName : DeclaredBy;
        ConfirmedBy = ConfirmedBy == name ? Contacts.Person.ErasedName : ConfirmedBy;
    }
}
