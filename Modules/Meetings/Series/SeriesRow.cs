using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Meetings;

/// <summary>A series with what its days and its notices hang on.</summary>
internal sealed class SeriesRow
{
    public required MeetingSeries Series { get; init; }
    public required List<SeriesException> Exceptions { get; init; }
    public required string Partner { get; init; }
    public required string Departments { get; init; }
    public required string? Post { get; init; }
    public required string? House { get; init; }
    public required string? HolderName { get; init; }
    public required int? HolderId { get; init; }
    public required string? NoticePost { get; init; }

    /// <summary>The post's mail, else its holder's; empty when nobody can be told.</summary>
    public required string NoticeMail { get; init; }

    public IReadOnlyList<Occurrence> Between(DateOnly from, DateOnly to) => Occurrences.Between(Series, Exceptions, Occurrences.HolidaysOf(Departments), from, to);

    public Occurrence? Next(DateOnly today) => Between(today, today.AddDays(120)).FirstOrDefault(o => o.TakesPlace);
}

internal static class SeriesRows
{
    public static IQueryable<SeriesRow> Rows(this IQueryable<MeetingSeries> series, DateOnly today) => series.AsNoTracking().Select(s => new SeriesRow
    {
        Series = s,
        Exceptions = s.Exceptions.ToList(),
        Partner = s.Partner!.Name,
        Departments = s.Partner.Departments,
        Post = s.Post!.Title,
        House = s.Post.Establishment!.Subject.Title,
        HolderName = s.Post.Holdings.Where(h => h.From <= today && (h.To == null || h.To >= today)).OrderBy(h => h.From).Select(h => h.Person!.FirstName + " " + h.Person.LastName).FirstOrDefault(),
        HolderId = s.Post.Holdings.Where(h => h.From <= today && (h.To == null || h.To >= today)).OrderBy(h => h.From).Select(h => (int?)h.PersonId).FirstOrDefault(),
        NoticePost = s.NoticePost!.Title,
        NoticeMail = s.NoticePost.Email != null && s.NoticePost.Email != "" ? s.NoticePost.Email
            : s.NoticePost.Holdings.Where(h => h.From <= today && (h.To == null || h.To >= today)).OrderBy(h => h.From).Select(h => h.Person!.Email).FirstOrDefault() ?? "",
    });
}
