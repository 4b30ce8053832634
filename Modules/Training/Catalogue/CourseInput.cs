using System.ComponentModel.DataAnnotations;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Training;

/// <summary>The form of a course, new or known.</summary>
internal sealed class CourseInput : IVersionedInput
{
    [Display(Name = "Intitulé"), Required, StringLength(200), NoIdentity]
    public string? Title { get; set; }

    [Display(Name = "Nature"), Required]
    public CourseKind? Kind { get; set; } = CourseKind.Internal;

    [Display(Name = "Durée"), Required, StringLength(20)]
    public string? Duration { get; set; }

    [Display(Name = "Organisme"), StringLength(200), NoIdentity]
    public string? Provider { get; set; }

    [Display(Name = "Objectifs"), StringLength(2000), NoIdentity]
    public string? Objectives { get; set; }

    [Display(Name = "Contenu"), StringLength(4000), NoIdentity]
    public string? Contents { get; set; }

    [Display(Name = "Thèmes")]
    public List<string> Topics { get; set; } = [];

    [Display(Name = "Coût par personne (€)"), StringLength(20)]
    public string? Cost { get; set; }

    [Display(Name = "Validité"), Required]
    public ValidityMode? Validity { get; set; } = ValidityMode.None;

    [Display(Name = "Valable (mois)")]
    public int? ValidityMonths { get; set; }

    [Display(Name = "Fenêtre de renouvellement (mois)")]
    public int? RenewalMonths { get; set; }

    [Display(Name = "Remplace")]
    public int? ReplacesId { get; set; }

    [Display(Name = "Transmission sous (semaines)")]
    public int? HandOnWeeks { get; set; }

    public int Version { get; set; }

    public static CourseInput From(Course c) => new()
    {
        Title = c.Title,
        Kind = c.Kind,
        Duration = Durations.Text(c.Duration),
        Provider = c.Provider,
        Objectives = c.Objectives,
        Contents = c.Contents,
        Topics = [.. CodeList.Split(c.Topics)],
        Cost = Euros.Text(c.Cost),
        Validity = c.Validity,
        ValidityMonths = c.ValidityMonths,
        RenewalMonths = c.Validity == ValidityMode.FromExpiry ? c.RenewalMonths : null,
        ReplacesId = c.ReplacesId,
        HandOnWeeks = c.HandOnWeeks,
        Version = c.Version,
    };

    public void Apply(Course course, CourseChoices choices)
    {
        course.Describe(Title ?? "", Objectives ?? "", Contents ?? "", Topics, Provider ?? "");
        course.Take(Kind!.Value, Durations.Minutes(Duration, nameof(Duration)) ?? 0, Euros.Cents(Cost, nameof(Cost)));
        course.Last(Validity!.Value, ValidityMonths, Validity == ValidityMode.FromExpiry ? RenewalMonths ?? 0 : 0);
        if (ReplacesId is { } older && choices.Courses.All(c => c.Value != $"{older}"))
            throw new BrokenRuleException("Choisissez une formation de la liste.", nameof(ReplacesId));
        course.Replace(ReplacesId);
        course.AskHandOn(HandOnWeeks);
    }
}

/// <summary>What the form of a course offers.</summary>
/// <param name="Courses">Those that it may replace: not itself, nor one that replaces it already.</param>
internal sealed record CourseChoices(IReadOnlyList<SelectListItem> Topics, IReadOnlyList<SelectListItem> Courses)
{
    /// <summary>Two commands.</summary>
    public static async Task<CourseChoices> ReadAsync(IntranetDb db, Course? course, CancellationToken cancellation)
    {
        var topics = await db.ChoicesAsync([TrainingLists.Topics.Code], course is null ? null : CodeList.Split(course.Topics), cancellation);
        var all = await db.Set<Course>().AsNoTracking().OrderBy(c => c.Title).Select(c => new { c.Id, c.Title, c.ReplacesId }).ToListAsync(cancellation);
        var older = all.ToDictionary(c => c.Id, c => c.ReplacesId);
        return new([.. topics[TrainingLists.Topics.Code]], [.. all.Where(c => course is null || !Leads(c.Id, course.Id)).Select(c => new SelectListItem(c.Title, $"{c.Id}"))]);

        // From a course down the chain of those that it replaces.
        bool Leads(int from, int to)
        {
            HashSet<int> seen = [];
            for (int? id = from; id is { } at && seen.Add(at); id = older.GetValueOrDefault(at))
            {
                if (at == to)
                    return true;
            }
            return false;
        }
    }
}
