using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts;

/// <summary>One line of the list of establishments.</summary>
internal sealed class EstablishmentRow
{
    public required int Id { get; init; }
    public required string Name { get; init; }
    public required string Kind { get; init; }
    public required string? Pole { get; init; }
    public required string City { get; init; }
    public required string Department { get; init; }
    public required string Phone { get; init; }
    public required string OnCallPhone { get; init; }
    public required int Staff { get; init; }
    public required int Services { get; init; }
    public required DateOnly? ClosedOn { get; init; }
}

/// <summary>The list's filter, as written in the address.</summary>
internal sealed record EstablishmentFilter(string? Text, int? Pole, string? Kind, string? Department, string? State, string? Sort)
{
    public const string Closed = "fermes";
    public const string All = "tous";

    public IQueryable<Establishment> Apply(IntranetDb db, DateOnly today)
    {
        var rows = db.Set<Establishment>().AsNoTracking();
        rows = State switch
        {
            Closed => rows.Where(e => e.ClosedOn != null && e.ClosedOn < today),
            All => rows,
            _ => rows.Where(e => e.ClosedOn == null || e.ClosedOn >= today),
        };
        if (SearchTerms.Parse(Text) is { IsEmpty: false } terms)
            rows = rows.WhereMatches(terms, e => e.Subject.Folded);
        if (Pole is { } pole)
            rows = rows.Where(e => e.PoleId == pole);
        if (!string.IsNullOrEmpty(Kind))
            rows = rows.Where(e => e.Kind == Kind);
        if (!string.IsNullOrEmpty(Department))
            rows = rows.Where(e => e.Department == Department);
        return Sort switch
        {
            "-nom" => rows.OrderByDescending(e => e.Name).ThenBy(e => e.Id),
            "nature" => rows.OrderBy(e => e.Kind).ThenBy(e => e.Name).ThenBy(e => e.Id),
            "-nature" => rows.OrderByDescending(e => e.Kind).ThenBy(e => e.Name).ThenBy(e => e.Id),
            "pole" => rows.OrderBy(e => e.Pole!.Name).ThenBy(e => e.Name).ThenBy(e => e.Id),
            "-pole" => rows.OrderByDescending(e => e.Pole!.Name).ThenBy(e => e.Name).ThenBy(e => e.Id),
            "commune" => rows.OrderBy(e => e.Department).ThenBy(e => e.City).ThenBy(e => e.Id),
            "-commune" => rows.OrderByDescending(e => e.Department).ThenByDescending(e => e.City).ThenBy(e => e.Id),
            _ => rows.OrderBy(e => e.Name).ThenBy(e => e.Id),
        };
    }
}

internal static class EstablishmentList
{
    public static IQueryable<EstablishmentRow> Rows(this IQueryable<Establishment> establishments, IntranetDb db, DateOnly today) => establishments.Select(e => new EstablishmentRow
    {
        Id = e.Id,
        Name = e.Name,
        Kind = e.Kind,
        Pole = e.Pole == null ? null : e.Pole.Name,
        City = e.City,
        Department = e.Department,
        Phone = e.Phone,
        OnCallPhone = e.OnCallPhone,
        Staff = db.Set<StaffMember>().Where(s => s.EstablishmentId == e.Id).Where(StaffPresence.InPostOn(today)).Select(s => s.PersonId).Distinct().Count(),
        Services = db.Set<Service>().Count(s => s.EstablishmentId == e.Id && s.ClosedOn == null),
        ClosedOn = e.ClosedOn,
    });

    /// <summary>Establishments to choose from: those open that day, and one already chosen; the reader's own when asked.</summary>
    public static IQueryable<Establishment> Open(this IQueryable<Establishment> establishments, DateOnly today, int? chosen = null)
        => establishments.Where(e => e.ClosedOn == null || e.ClosedOn >= today || e.Id == chosen);

    /// <summary>Those that the account belongs to, by itself or through a pole.</summary>
    public static IQueryable<Establishment> OwnedBy(this IQueryable<Establishment> establishments, IntranetDb db, CurrentUser user)
    {
        var own = db.Subjects.OwnedBy(db, user);
        return establishments.Where(e => own.Any(s => s.Id == e.Id));
    }
}
