using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts;

/// <summary>One line of the list of people.</summary>
internal sealed class PersonRow
{
    public required int Id { get; init; }
    public required string FirstName { get; init; }
    public required string LastName { get; init; }
    public required string Email { get; init; }
    public required string Phone { get; init; }
    public required DateOnly? VerifiedOn { get; init; }
    public required DateOnly? DepartedOn { get; init; }
    public required IReadOnlyList<PersonPlace> Posts { get; init; }
    public required IReadOnlyList<PersonPlace> Employments { get; init; }

    public string Name => $"{FirstName} {LastName}".Trim();

    /// <summary>Posts first; an employment says nothing more where a post says it.</summary>
    public IReadOnlyList<PersonPlace> Places => Posts.Count > 0 ? Posts : Employments;
}

/// <summary>What somebody is, and where.</summary>
internal sealed class PersonPlace
{
    public required string Function { get; init; }
    public required string Place { get; init; }
}

/// <summary>The list's filter, as written in the address.</summary>
internal sealed record PersonFilter(string? Text, string? Side, string? Organisation, bool ToVerify, string? Sort)
{
    public const string Ours = "nous", Partners = "partenaires", Departed = "partis";

    /// <summary>Nothing was asked: the list as most visits see it.</summary>
    public static PersonFilter None { get; } = new(null, null, null, false, null);

    public IQueryable<Person> Apply(IntranetDb db, DateOnly today)
    {
        var rows = db.Set<Person>().AsNoTracking().Where(p => p.MergedIntoId == null && p.ErasedOn == null);
        rows = Side switch
        {
            Ours => rows.Where(p => p.Employments.Any(s => s.From <= today && (s.To == null || s.To >= today))
                || p.Holdings.Any(h => h.From <= today && (h.To == null || h.To >= today) && h.Post!.EstablishmentId != null)),
            Partners => rows.Where(p => p.Holdings.Any(h => h.From <= today && (h.To == null || h.To >= today) && h.Post!.PartnerId != null)),
            Departed => rows.Where(p => p.DepartedOn < today),
            _ => rows.Where(p => p.DepartedOn == null || p.DepartedOn >= today),
        };
        if (SearchTerms.Parse(Text) is { IsEmpty: false } terms)
            rows = rows.WhereMatches(terms, p => p.Subject.Folded);
        if (SearchTerms.Parse(Organisation) is { IsEmpty: false } places)
        {
            var named = db.Subjects.WhereMatches(places, s => s.Folded).Select(s => s.Id);
            rows = rows.Where(p => p.Holdings.Any(h => (h.To == null || h.To >= today) && (named.Contains(h.Post!.PartnerId!.Value) || named.Contains(h.Post.EstablishmentId!.Value)))
                || p.Employments.Any(s => (s.To == null || s.To >= today) && named.Contains(s.EstablishmentId)));
        }
        if (ToVerify)
        {
            var before = today.AddMonths(-Verification.Months);
            rows = rows.Where(p => p.VerifiedOn == null || p.VerifiedOn <= before);
        }
        return Sort switch
        {
            "-nom" => rows.OrderByDescending(p => p.LastName).ThenByDescending(p => p.FirstName).ThenBy(p => p.Id),
            "verifiee" => rows.OrderBy(p => p.VerifiedOn).ThenBy(p => p.LastName).ThenBy(p => p.Id),
            "-verifiee" => rows.OrderByDescending(p => p.VerifiedOn).ThenBy(p => p.LastName).ThenBy(p => p.Id),
            _ => rows.OrderBy(p => p.LastName).ThenBy(p => p.FirstName).ThenBy(p => p.Id),
        };
    }
}

internal static class PersonList
{
    /// <summary>Three commands: joined into one, SQLite would first gather the posts of everybody for a page of a few.</summary>
    public static IQueryable<PersonRow> Rows(this IQueryable<Person> people, DateOnly today) => people.AsSplitQuery().Select(p => new PersonRow
    {
        Id = p.Id,
        FirstName = p.FirstName,
        LastName = p.LastName,
        Email = p.Email,
        Phone = p.Phone,
        VerifiedOn = p.VerifiedOn,
        DepartedOn = p.DepartedOn,
        Posts = p.Holdings.Where(h => h.From <= today && (h.To == null || h.To >= today)).OrderBy(h => h.From).ThenBy(h => h.Id).Select(h => new PersonPlace
        {
            Function = h.Post!.Title,
            Place = h.Post.Partner != null ? h.Post.Partner.Name : h.Post.Establishment!.Subject.Title,
        }).ToList(),
        Employments = p.Employments.Where(s => s.From <= today && (s.To == null || s.To >= today)).OrderBy(s => s.From).ThenBy(s => s.Id).Select(s => new PersonPlace
        {
            Function = s.Function,
            Place = s.Establishment!.Subject.Title,
        }).ToList(),
    });
}
