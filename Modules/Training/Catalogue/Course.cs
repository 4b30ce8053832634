using System.ComponentModel.DataAnnotations;
using Intranet.Shared;

namespace Intranet.Training;

internal enum CourseKind
{
    [Display(Name = "Interne")]
    Internal = 1,

    [Display(Name = "Externe")]
    External = 2,

    /// <summary>With a partner: it counts as mutual knowledge.</summary>
    [Display(Name = "Commune avec un partenaire")]
    Joint = 3,
}

internal enum ValidityMode
{
    [Display(Name = "Sans limite")]
    None = 1,

    [Display(Name = "À compter de la formation")]
    FromCompletion = 2,

    /// <summary>A renewal within its window adds to the previous expiry; too early or too late, it counts from its own day.</summary>
    [Display(Name = "À compter de l’échéance précédente")]
    FromExpiry = 3,
}

/// <summary>A course of the catalogue; sessions, records and requirements refer to it.</summary>
internal sealed class Course : AggregateRoot
{
    private Course() { }

    public Course(string title, CourseKind kind, int duration)
        : base(TrainingModule.Course)
    {
        Describe(title, "", "", [], "");
        Take(kind, duration, null);
    }

    [Display(Name = "Intitulé")]
    public string Title { get; private set; } = "";

    [Display(Name = "Objectifs")]
    public string Objectives { get; private set; } = "";

    /// <summary>What it covers, in a few lines.</summary>
    [Display(Name = "Contenu")]
    public string Contents { get; private set; } = "";

    /// <summary>Codes of the list "training-topics", between bars.</summary>
    [Display(Name = "Thèmes")]
    public string Topics { get; private set; } = "";

    [Display(Name = "Organisme")]
    public string Provider { get; private set; } = "";

    [Display(Name = "Nature")]
    public CourseKind Kind { get; private set; }

    /// <summary>In minutes, 15 to 60,000.</summary>
    [Display(Name = "Durée (minutes)")]
    public int Duration { get; private set; }

    /// <summary>Cents a person; null when unknown.</summary>
    [Display(Name = "Coût par personne (centimes)")]
    public long? Cost { get; private set; }

    [Display(Name = "Validité")]
    public ValidityMode Validity { get; private set; } = ValidityMode.None;

    /// <summary>1 to 240; null without limit.</summary>
    [Display(Name = "Valable (mois)")]
    public int? ValidityMonths { get; private set; }

    /// <summary>Months before the expiry from which a renewal counts from that expiry, 0 to 24.</summary>
    [Display(Name = "Fenêtre de renouvellement (mois)")]
    public int RenewalMonths { get; private set; }

    /// <summary>The older course that this one replaces: who did that one is covered until it expires.</summary>
    [Display(Name = "Remplace")]
    public int? ReplacesId { get; private set; }
    public Course? Replaces { get; private set; }

    /// <summary>Weeks after a session within which a recap or a page hands it on, 1 to 26; null when nothing is asked.</summary>
    [Display(Name = "Transmission sous (semaines)")]
    public int? HandOnWeeks { get; private set; }

    [Display(Name = "Retirée du catalogue le")]
    public DateOnly? RetiredOn { get; private set; }

    public ValidityTerms Terms => new(Validity, ValidityMonths ?? 0, RenewalMonths);

    public override SubjectFacts Describe() => new(Title, Labels.Of(Kind)) { Text = [CodeList.Text(Topics), Provider, Objectives] };

    public void Describe(string title, string objectives, string contents, IEnumerable<string> topics, string provider)
    {
        if (string.IsNullOrWhiteSpace(title))
            throw new BrokenRuleException("Indiquez l’intitulé de la formation.", nameof(Title));
        (Title, Objectives, Contents, Topics, Provider) = (title.Trim(), objectives.Trim(), contents.Trim(), CodeList.Join(topics), provider.Trim());
    }

    /// <param name="duration">In minutes.</param>
    /// <param name="cost">Cents a person.</param>
    public void Take(CourseKind kind, int duration, long? cost)
    {
        if (duration is < 15 or > 60_000)
            throw new BrokenRuleException("Une formation dure de 15 minutes à 1 000 heures.", nameof(Duration));
        if (cost is < 0 or > 100_000_00)
            throw new BrokenRuleException("Le coût par personne va de 0 à 100 000 €.", nameof(Cost));
        (Kind, Duration, Cost) = (kind, duration, cost);
    }

    public void Last(ValidityMode mode, int? months, int renewalMonths)
    {
        if (mode != ValidityMode.None && months is not (>= 1 and <= 240))
            throw new BrokenRuleException("Indiquez une durée de validité de 1 à 240 mois.", nameof(ValidityMonths));
        if (renewalMonths is < 0 or > 24 || (mode != ValidityMode.None && renewalMonths >= months))
            throw new BrokenRuleException("La fenêtre de renouvellement va de 0 à 24 mois et reste plus courte que la validité.", nameof(RenewalMonths));
        (Validity, ValidityMonths, RenewalMonths) = mode == ValidityMode.None ? (mode, null, 0) : (mode, months, renewalMonths);
    }

    /// <param name="weeks">Null when nothing is asked.</param>
    public void AskHandOn(int? weeks)
    {
        if (weeks is < 1 or > 26)
            throw new BrokenRuleException("La transmission se fait sous 1 à 26 semaines.", nameof(HandOnWeeks));
        HandOnWeeks = weeks;
    }

    public void Replace(int? courseId)
    {
        if (courseId is not null && courseId == Id)
            throw new BrokenRuleException("Une formation ne se remplace pas elle-même.", nameof(ReplacesId));
        ReplacesId = courseId;
    }

    /// <summary>No new session; what was learnt stays valid.</summary>
    public void Retire(DateOnly on) => RetiredOn = on;

    public void Restore() => RetiredOn = null;
}
