using System.ComponentModel.DataAnnotations;
using Intranet.Contacts;
using Intranet.Shared;

namespace Intranet.Training;

/// <summary>
/// What people must know: a course, or any of several, for those who are all that is said (function, establishment, kind of establishment,
/// service): everyone of them, or at least so many present in each establishment.
/// </summary>
internal sealed class Requirement : AggregateRoot
{
    private Requirement() { }

    public Requirement(string title, DateOnly from)
        : base(TrainingModule.Requirement)
    {
        Describe(title, 85);
        From = from;
    }

    /// <summary>Short: it heads a column.</summary>
    [Display(Name = "Intitulé")]
    public string Title { get; private set; } = "";

    /// <summary>Share of holders aimed at, 1 to 100.</summary>
    [Display(Name = "Cible (%)")]
    public int Target { get; private set; }

    /// <summary>Empty for all functions.</summary>
    [Display(Name = "Fonction")]
    public string Function { get; private set; } = "";

    [Display(Name = "Établissement")]
    public int? EstablishmentId { get; private set; }
    public Establishment? Establishment { get; private set; }

    /// <summary>Acronym of a kind ("CHRS"); empty for all kinds.</summary>
    [Display(Name = "Nature d’établissement")]
    public string EstablishmentKind { get; private set; } = "";

    /// <summary>The subject of a service: those of the establishment that offers it.</summary>
    [Display(Name = "Dispositif")]
    public int? ServiceId { get; private set; }
    public Subject? Service { get; private set; }

    /// <summary>So many holders present in each establishment, 1 to 100; null when everyone must.</summary>
    [Display(Name = "Au moins, par établissement")]
    public int? AtLeast { get; private set; }

    /// <summary>Days after arrival within which it is done, 0 to 730.</summary>
    [Display(Name = "Délai après l’arrivée (jours)")]
    public int DelayDays { get; private set; }

    [Display(Name = "À partir du")]
    public DateOnly From { get; private set; }

    [Display(Name = "Jusqu’au")]
    public DateOnly? To { get; private set; }

    public ICollection<RequirementCourse> Courses { get; } = new HashSet<RequirementCourse>();

    public override SubjectFacts Describe() => new(Title, AtLeast is { } n ? $"Au moins {n} par établissement" : "Tout le personnel concerné");

    public void Describe(string title, int target)
    {
        if (string.IsNullOrWhiteSpace(title))
            throw new BrokenRuleException("Indiquez l’intitulé de l’exigence.", nameof(Title));
        if (target is < 1 or > 100)
            throw new BrokenRuleException("La cible va de 1 à 100 %.", nameof(Target));
        (Title, Target) = (title.Trim(), target);
    }

    /// <summary>Any of these satisfies it; the courses must be loaded.</summary>
    public void AskFor(IReadOnlyCollection<int> courses)
    {
        if (courses.Count == 0)
            throw new BrokenRuleException("Choisissez au moins une formation.", nameof(Courses));
        var wanted = courses.ToHashSet();
        foreach (var row in Courses.Where(c => !wanted.Remove(c.CourseId)).ToList())
            Courses.Remove(row);
        foreach (var id in wanted)
            Courses.Add(new RequirementCourse(id));
    }

    public void Concern(string function, int? establishmentId, string establishmentKind, int? serviceId)
        => (Function, EstablishmentId, EstablishmentKind, ServiceId) = (function.Trim(), establishmentId, establishmentKind.Trim(), serviceId);

    /// <param name="atLeast">Null when everyone must.</param>
    public void Oblige(int? atLeast, int delayDays)
    {
        if (atLeast is < 1 or > 100)
            throw new BrokenRuleException("Indiquez un nombre de 1 à 100 personnes.", nameof(AtLeast));
        if (delayDays is < 0 or > 730)
            throw new BrokenRuleException("Le délai va de 0 à 730 jours.", nameof(DelayDays));
        (AtLeast, DelayDays) = (atLeast, delayDays);
    }

    public void Last(DateOnly from, DateOnly? to)
    {
        if (to < from)
            throw new BrokenRuleException("La fin vient après le début.", nameof(To));
        (From, To) = (from, to);
    }
}

/// <summary>A course that satisfies a requirement.</summary>
[Display(Name = "Formation exigée")]
internal sealed class RequirementCourse : IPartOf
{
    private RequirementCourse() { }

    public RequirementCourse(int courseId) => CourseId = courseId;

    public int Id { get; private set; }
    public int RequirementId { get; private set; }
    public Requirement? Requirement { get; private set; }
    public int RootId => RequirementId;

    [Display(Name = "Formation")]
    public int CourseId { get; private set; }
    public Course? Course { get; private set; }
}
