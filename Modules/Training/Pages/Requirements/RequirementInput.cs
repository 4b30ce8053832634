using System.ComponentModel.DataAnnotations;
using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Training.Pages.Requirements;

/// <summary>What the form of a requirement holds.</summary>
internal sealed class RequirementInput : IVersionedInput
{
    [Display(Name = "Intitulé"), Required, StringLength(200), NoIdentity]
    public string? Title { get; set; }

    [Display(Name = "Formations qui y répondent")]
    public List<int> Courses { get; set; } = [];

    [Display(Name = "Fonction")]
    public string? Function { get; set; }

    [Display(Name = "Nature d’établissement")]
    public string? EstablishmentKind { get; set; }

    [Display(Name = "Établissement")]
    public int? EstablishmentId { get; set; }

    [Display(Name = "Dispositif")]
    public int? ServiceId { get; set; }

    [Display(Name = "Au moins, par établissement"), Range(1, 100)]
    public int? AtLeast { get; set; }

    [Display(Name = "Délai après l’arrivée (jours)"), Required, Range(0, 730)]
    public int? DelayDays { get; set; } = 90;

    [Display(Name = "Cible (%)"), Required, Range(1, 100)]
    public int? Target { get; set; } = 85;

    [Display(Name = "À partir du"), Required]
    public DateOnly? From { get; set; }

    [Display(Name = "Jusqu’au")]
    public DateOnly? To { get; set; }

    public int Version { get; set; }

    /// <param name="requirement">With its courses.</param>
    public static RequirementInput Of(Requirement requirement) => new()
    {
        Title = requirement.Title,
        Courses = [.. requirement.Courses.Select(c => c.CourseId).Order()],
        Function = requirement.Function,
        EstablishmentKind = requirement.EstablishmentKind,
        EstablishmentId = requirement.EstablishmentId,
        ServiceId = requirement.ServiceId,
        AtLeast = requirement.AtLeast,
        DelayDays = requirement.DelayDays,
        Target = requirement.Target,
        From = requirement.From,
        To = requirement.To,
        Version = requirement.Version,
    };

    public void Write(Requirement requirement, RequirementChoices choices)
    {
        Chosen(choices.Functions, Function, nameof(Function));
        Chosen(choices.Kinds, EstablishmentKind, nameof(EstablishmentKind));
        Chosen(choices.Establishments, EstablishmentId?.ToString(), nameof(EstablishmentId));
        Chosen(choices.Services, ServiceId?.ToString(), nameof(ServiceId));
        foreach (var course in Courses)
            Chosen(choices.Courses, course.ToString(), nameof(Courses));
        requirement.Describe(Title!, Target!.Value);
        requirement.AskFor(Courses);
        requirement.Concern(Function ?? "", EstablishmentId, EstablishmentKind ?? "", ServiceId);
        requirement.Oblige(AtLeast, DelayDays!.Value);
        requirement.Last(From!.Value, To);
    }

    private static void Chosen(IEnumerable<SelectListItem> items, string? value, string field)
    {
        if (!string.IsNullOrEmpty(value) && items.All(i => i.Value != value))
            throw new BrokenRuleException("Choisissez dans la liste.", field);
    }
}

/// <summary>What the form offers; what it doesn't offer is refused.</summary>
internal sealed record RequirementChoices(
    IReadOnlyList<SelectListItem> Courses,
    IReadOnlyList<SelectListItem> Functions,
    IReadOnlyList<SelectListItem> Kinds,
    IReadOnlyList<SelectListItem> Establishments,
    IReadOnlyList<SelectListItem> Services)
{
    /// <param name="kept">What the requirement says already; it stays though no longer offered.</param>
    public static async Task<RequirementChoices> ReadAsync(IntranetDb db, CurrentUser user, DateOnly today, Requirement? kept, CancellationToken cancellation)
    {
        var asked = kept?.Courses.Select(c => c.CourseId).ToList() ?? [];
        var courses = await db.Set<Course>().AsNoTracking().Where(c => c.RetiredOn == null || asked.Contains(c.Id)).OrderBy(c => c.Title).ThenBy(c => c.Id).Select(c => new { c.Id, c.Title }).ToListAsync(cancellation);
        var functions = await db.Set<StaffMember>().Where(s => s.Function != "" && (s.To == null || s.To >= today)).Select(s => s.Function).Distinct().ToListAsync(cancellation);
        var places = await TeamPlace.ManagedAsync(db, user, today, cancellation);
        var kinds = await db.Set<Establishment>().Where(e => e.Kind != "" && e.ClosedOn == null).Select(e => e.Kind).Distinct().ToListAsync(cancellation);
        var managed = db.ManagedTeams(user, today);
        var services = await db.Subjects.AsNoTracking().Where(s => s.Kind == ContactsModule.Service.Code && managed.Any(id => id == s.ParentId)).OrderBy(s => s.Parent!.Title).ThenBy(s => s.Title)
            .Select(s => new { s.Id, s.Title, House = s.Parent!.Title }).ToListAsync(cancellation);
        return new(
            [.. courses.Select(c => new SelectListItem(c.Title, $"{c.Id}"))],
            Items(functions, kept?.Function),
            Items(kinds, kept?.EstablishmentKind),
            [.. places.Select(p => new SelectListItem(p.Name, $"{p.Id}"))],
            [.. services.Select(s => new SelectListItem($"{s.Title} ({s.House})", $"{s.Id}"))]);
    }

    private static IReadOnlyList<SelectListItem> Items(IEnumerable<string> known, string? kept)
        => [.. known.Append(kept ?? "").Where(k => k.Length > 0).Distinct().Order(StringComparer.CurrentCulture).Select(k => new SelectListItem(k, k))];
}

/// <summary>What both pages with the form show.</summary>
internal interface IRequirementForm
{
    RequirementInput Input { get; }
    RequirementChoices Choices { get; }
}
