using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts;

/// <summary>One line of the list of partners.</summary>
internal sealed class PartnerRow
{
    public required int Id { get; init; }
    public required string Name { get; init; }
    public required string Kind { get; init; }
    public required string City { get; init; }
    public required string Departments { get; init; }
    public required string? RelationOwner { get; init; }
    public required bool IsClosed { get; init; }
}

/// <summary>The list's filter, as written in the address.</summary>
internal sealed record PartnerFilter(string? Text, string? Kind, string? Department, bool Followed, string? Sort)
{
    public IQueryable<Partner> Apply(IntranetDb db)
    {
        var rows = db.Set<Partner>().AsNoTracking().Where(p => p.ClosedOn == null);
        if (SearchTerms.Parse(Text) is { IsEmpty: false } terms)
            rows = rows.WhereMatches(terms, p => p.Subject.Folded);
        if (!string.IsNullOrEmpty(Kind))
            rows = rows.Where(p => p.Kind.Code == Kind);
        if (!string.IsNullOrEmpty(Department))
            rows = rows.Where(p => EF.Functions.Like(p.Departments, DepartmentList.Pattern(Department)));
        if (Followed)
            rows = rows.Where(p => p.RelationOwnerId != null);
        return Sort switch
        {
            "-nom" => rows.OrderByDescending(p => p.Name).ThenBy(p => p.Id),
            "nature" => rows.OrderBy(p => p.Kind.Order).ThenBy(p => p.Name).ThenBy(p => p.Id),
            "-nature" => rows.OrderByDescending(p => p.Kind.Order).ThenBy(p => p.Name).ThenBy(p => p.Id),
            _ => rows.OrderBy(p => p.Name).ThenBy(p => p.Id),
        };
    }
}

internal static class PartnerList
{
    public static IQueryable<PartnerRow> Rows(this IQueryable<Partner> partners) => partners.Select(p => new PartnerRow
    {
        Id = p.Id,
        Name = p.Name,
        Kind = p.Kind.Label,
        City = p.City,
        Departments = p.Departments,
        RelationOwner = p.RelationOwner == null ? null : p.RelationOwner.Title,
        IsClosed = p.ClosedOn != null,
    });
}
