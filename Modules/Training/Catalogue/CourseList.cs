using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Training;

/// <summary>The catalogue's filter, as written in the address.</summary>
internal sealed class CourseFilter
{
    [FromQuery(Name = "q")]
    public string? Text { get; set; }

    [FromQuery(Name = "nature")]
    public CourseKind? Kind { get; set; }

    [FromQuery(Name = "theme")]
    public string? Topic { get; set; }

    [FromQuery(Name = "retirees")]
    public bool WithRetired { get; set; }

    [FromQuery(Name = "tri")]
    public string? Sort { get; set; }

    public int Count => new object?[] { Text, Kind, Topic, WithRetired ? "1" : null }.Count(v => v is not null and not "");

    public IQueryable<Course> Apply(IQueryable<Course> rows)
    {
        if (SearchTerms.Parse(Text) is { IsEmpty: false } terms)
            rows = rows.WhereMatches(terms, c => c.Subject.Folded);
        if (Kind is { } kind)
            rows = rows.Where(c => c.Kind == kind);
        if (!string.IsNullOrEmpty(Topic))
        {
            var pattern = CodeList.Pattern(Topic);
            rows = rows.Where(c => EF.Functions.Like(c.Topics, pattern));
        }
        if (!WithRetired)
            rows = rows.Where(c => c.RetiredOn == null);
        return Sort switch
        {
            "-titre" => rows.OrderByDescending(c => c.Title).ThenBy(c => c.Id),
            "duree" => rows.OrderBy(c => c.Duration).ThenBy(c => c.Title).ThenBy(c => c.Id),
            "-duree" => rows.OrderByDescending(c => c.Duration).ThenBy(c => c.Title).ThenBy(c => c.Id),
            _ => rows.OrderBy(c => c.Title).ThenBy(c => c.Id),
        };
    }
}

/// <summary>One line of the catalogue.</summary>
internal sealed class CourseRow
{
    public required int Id { get; init; }
    public required string Title { get; init; }
    public required CourseKind Kind { get; init; }
    public required string Topics { get; init; }
    public required string Provider { get; init; }
    public required int Duration { get; init; }
    public required ValidityMode Validity { get; init; }
    public required int? ValidityMonths { get; init; }
    public required DateOnly? RetiredOn { get; init; }

    /// <summary>First day of the next session, if one is planned.</summary>
    public required DateOnly? Next { get; init; }
}

internal static class CourseList
{
    public static IQueryable<CourseRow> Rows(this IQueryable<Course> courses, IntranetDb db, DateOnly today) => courses.Select(c => new CourseRow
    {
        Id = c.Id,
        Title = c.Title,
        Kind = c.Kind,
        Topics = c.Topics,
        Provider = c.Provider,
        Duration = c.Duration,
        Validity = c.Validity,
        ValidityMonths = c.ValidityMonths,
        RetiredOn = c.RetiredOn,
        Next = db.Set<TrainingSession>().Where(s => s.CourseId == c.Id && s.CancelledOn == null && s.ClosedOn == null && s.From >= today).Min(s => (DateOnly?)s.From),
    });
}
