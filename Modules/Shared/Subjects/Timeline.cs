using Microsoft.EntityFrameworkCore;

namespace Intranet.Shared;

/// <summary>A record that concerns another: a convention, a meeting… of a partner.</summary>
public sealed class TimelineItem
{
    public required int Id { get; init; }

    /// <summary><see cref="SubjectKind.Code"/>.</summary>
    public required string Kind { get; init; }
    public required string Title { get; init; }
    public required string Detail { get; init; }
    public required DateOnly? Date { get; init; }
}

/// <summary>What the other modules hold about a record, without knowing them.</summary>
public static class Timeline
{
    /// <summary>The records that link to this one, in the reader's scope, the latest first; one command.</summary>
    public static IQueryable<TimelineItem> TimelineOf(this IntranetDb db, int subjectId, CurrentUser user)
        => db.Subjects.AsNoTracking().InScope(db, user)
            .Where(s => s.Links.Any(l => l.ToId == subjectId))
            .OrderByDescending(s => s.Date).ThenByDescending(s => s.Id)
            .Select(s => new TimelineItem { Id = s.Id, Kind = s.Kind, Title = s.Title, Detail = s.Detail, Date = s.Date });
}
