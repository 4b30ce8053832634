using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Training;

/// <summary>A requirement as lists and its own page show it.</summary>
internal sealed class RequirementRow
{
    public required Requirement Requirement { get; init; }
    public required string? Establishment { get; init; }
    public required string? Service { get; init; }

    /// <summary>Establishments on which changing it depends; empty when it is the whole association's.</summary>
    public required IReadOnlyList<int> Owners { get; init; }
    public required IReadOnlyList<(int Id, string Title)> Courses { get; init; }

    /// <summary>« Éducatrice ou éducateur, CHRS », « tout le personnel ».</summary>
    public string Who
    {
        get
        {
            var parts = new[] { Requirement.Function, Requirement.EstablishmentKind, Establishment, Service }.Where(p => !string.IsNullOrEmpty(p)).ToList();
            return parts.Count == 0 ? "tout le personnel" : string.Join(", ", parts);
        }
    }

    /// <summary>« au moins 2 par établissement », « chaque personne ».</summary>
    public string HowMany => Requirement.AtLeast is { } n ? $"au moins {French.Number(n)} par établissement" : "chaque personne";
}

internal static class RequirementList
{
    /// <summary>In two commands: the requirements, and their courses.</summary>
    public static async Task<IReadOnlyList<RequirementRow>> RowsAsync(this IQueryable<Requirement> requirements, IntranetDb db, CancellationToken cancellation)
    {
        var rows = await requirements.AsNoTracking().Select(r => new
        {
            Requirement = r,
            Establishment = r.Establishment == null ? null : (r.Establishment.Kind + " " + r.Establishment.Name).Trim(),
            Service = r.Service == null ? null : r.Service.Title,
            ServiceHouse = r.Service == null ? null : r.Service.ParentId,
        }).ToListAsync(cancellation);
        var ids = rows.Select(r => r.Requirement.Id).ToList();
        var courses = (await db.Set<RequirementCourse>().AsNoTracking().Where(c => ids.Contains(c.RequirementId)).OrderBy(c => c.Course!.Title)
            .Select(c => new { c.RequirementId, c.CourseId, c.Course!.Title }).ToListAsync(cancellation)).ToLookup(c => c.RequirementId);
        return [.. rows.Select(r => new RequirementRow
        {
            Requirement = r.Requirement,
            Establishment = r.Establishment,
            Service = r.Service,
            Owners = [.. new[] { r.Requirement.EstablishmentId, r.ServiceHouse }.OfType<int>().Distinct()],
            Courses = [.. courses[r.Requirement.Id].Select(c => (c.CourseId, c.Title))],
        })];
    }

    /// <summary>Those that the account may change: the whole association's, and those of its own establishments.</summary>
    public static IQueryable<Requirement> Manageable(this IQueryable<Requirement> requirements, IntranetDb db, CurrentUser user, DateOnly today)
    {
        var owned = db.ManagedTeams(user, today);
        return requirements.Where(r => (r.EstablishmentId == null || owned.Any(id => id == r.EstablishmentId)) && (r.ServiceId == null || owned.Any(id => id == r.Service!.ParentId)));
    }
}
