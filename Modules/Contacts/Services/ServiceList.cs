using Intranet.Shared;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts;

/// <summary>One line of the list of services.</summary>
internal sealed class ServiceRow
{
    public required int Id { get; init; }
    public required string Name { get; init; }
    public required int EstablishmentId { get; init; }
    public required string Establishment { get; init; }
    public required string City { get; init; }
    public required string Department { get; init; }
    public required string Publics { get; init; }
    public required string Measures { get; init; }
    public required int Places { get; init; }
    public required int? FreePlaces { get; init; }
    public required DateOnly? FreePlacesOn { get; init; }
    public required string Phone { get; init; }
    public required DateOnly? ClosedOn { get; init; }

    public bool IsStale(DateOnly today) => Service.IsStale(FreePlacesOn, today);
}

/// <summary>The list's filter, as written in the address.</summary>
internal sealed record ServiceFilter(string? Text, string? Department, string? Measure, string? Public, bool Free, string? Sort)
{
    public IQueryable<Service> Apply(IntranetDb db, DateOnly today)
    {
        var rows = db.Set<Service>().AsNoTracking().OpenOn(today);
        if (SearchTerms.Parse(Text) is { IsEmpty: false } terms)
            rows = rows.WhereMatches(terms, s => s.Subject.Folded + " " + s.Establishment!.Subject.Folded);
        if (!string.IsNullOrEmpty(Department))
            rows = rows.Where(s => s.Establishment!.Department == Department);
        if (!string.IsNullOrEmpty(Measure))
            rows = rows.Where(s => EF.Functions.Like(s.Measures, CodeList.Pattern(Measure)));
        if (!string.IsNullOrEmpty(Public))
            rows = rows.Where(s => EF.Functions.Like(s.Publics, CodeList.Pattern(Public)));
        if (Free)
            rows = rows.Where(s => s.FreePlaces > 0);
        return Sort switch
        {
            "-nom" => rows.OrderByDescending(s => s.Name).ThenBy(s => s.Id),
            "etablissement" => rows.OrderBy(s => s.Establishment!.Name).ThenBy(s => s.Name).ThenBy(s => s.Id),
            "-etablissement" => rows.OrderByDescending(s => s.Establishment!.Name).ThenBy(s => s.Name).ThenBy(s => s.Id),
            "libres" => rows.OrderBy(s => s.FreePlaces).ThenBy(s => s.Name).ThenBy(s => s.Id),
            "-libres" => rows.OrderByDescending(s => s.FreePlaces).ThenBy(s => s.Name).ThenBy(s => s.Id),
            _ => rows.OrderBy(s => s.Name).ThenBy(s => s.Id),
        };
    }
}

internal static class ServiceList
{
    /// <summary>Services open that day in an establishment open that day.</summary>
    public static IQueryable<Service> OpenOn(this IQueryable<Service> services, DateOnly day)
        => services.Where(s => (s.ClosedOn == null || s.ClosedOn >= day) && (s.Establishment!.ClosedOn == null || s.Establishment.ClosedOn >= day));

    /// <summary>Départements that have a service open that day.</summary>
    public static async Task<IReadOnlyList<SelectListItem>> ServiceDepartmentsAsync(this IntranetDb db, DateOnly day)
        => [.. (await db.Set<Service>().OpenOn(day).Where(s => s.Establishment!.Department != "").Select(s => s.Establishment!.Department).Distinct().OrderBy(d => d).ToListAsync())
            .Select(d => new SelectListItem($"{d} – {Departements.NameOf(d)}", d))];

    public static IQueryable<ServiceRow> Rows(this IQueryable<Service> services) => services.Select(s => new ServiceRow
    {
        Id = s.Id,
        Name = s.Name,
        EstablishmentId = s.EstablishmentId,
        Establishment = s.Establishment!.Kind + " " + s.Establishment.Name,
        City = s.Establishment.City,
        Department = s.Establishment.Department,
        Publics = s.Publics,
        Measures = s.Measures,
        Places = s.Places,
        FreePlaces = s.FreePlaces,
        FreePlacesOn = s.FreePlacesOn,
        Phone = s.ContactPost != null && s.ContactPost.Phone != "" ? s.ContactPost.Phone : s.Establishment.Phone,
        ClosedOn = s.ClosedOn,
    });
}
