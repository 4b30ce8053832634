using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Intranet.Knowledge;

/// <summary>The filter of pages, as written in the address.</summary>
internal sealed class PageFilter
{
    [FromQuery(Name = "q")]
    public string? Text { get; set; }

    /// <summary>With the sections under it.</summary>
    [FromQuery(Name = "rubrique")]
    public int? Section { get; set; }

    [FromQuery(Name = "nature")]
    public PageKind? Kind { get; set; }

    [FromQuery(Name = "mot")]
    public string? Tag { get; set; }

    /// <summary>Those not published yet that the reader may see, instead of those that are.</summary>
    [FromQuery(Name = "brouillons")]
    public bool Drafts { get; set; }

    public int Count => new object?[] { Text, Section, Kind, Tag, Drafts ? true : null }.Count(v => v is not null and not "");

    public IQueryable<KnowledgePage> Apply(IQueryable<KnowledgePage> pages)
    {
        pages = Drafts ? pages.Where(p => p.PublishedNumber == null) : pages.Where(p => p.PublishedNumber != null);
        if (SearchTerms.Parse(Text) is { IsEmpty: false } terms)
            pages = pages.WhereMatches(terms, p => p.Subject.Folded);
        if (Section is { } section)
            pages = pages.Where(p => p.SectionId == section || p.Section!.ParentId == section || p.Section.Parent!.ParentId == section);
        if (Kind is { } kind)
            pages = pages.Where(p => p.Kind == kind);
        if (Tag?.Trim() is { Length: > 0 } tag)
            pages = pages.Where(p => p.Tags.Contains("|" + tag + "|"));
        return pages;
    }
}

/// <summary>A page in a list; its text stays where it is.</summary>
internal sealed class PageRow
{
    public required int Id { get; init; }
    public required int SectionId { get; init; }
    public required string Section { get; init; }
    public required PageKind Kind { get; init; }
    public required string Title { get; init; }
    public required string Summary { get; init; }
    public required string Tags { get; init; }
    public required DateOnly? PublishedOn { get; init; }
    public required DateOnly? ReviewedOn { get; init; }
    public required int? ReviewMonths { get; init; }
    public required DateOnly? AskedOn { get; init; }

    /// <summary>Past its date, or something that it rests on changed.</summary>
    public bool IsOld(DateOnly today) => AskedOn is not null || (ReviewMonths is { } months && ReviewedOn is { } on && on.AddMonths(months) < today);
}

internal static class PageLists
{
    public static IQueryable<PageRow> Rows(this IQueryable<KnowledgePage> pages) => pages.Select(p => new PageRow
    {
        Id = p.Id,
        SectionId = p.SectionId,
        Section = p.Section!.Name,
        Kind = p.Kind,
        Title = p.Title,
        Summary = p.Summary,
        Tags = p.Tags,
        PublishedOn = p.PublishedOn,
        ReviewedOn = p.ReviewedOn,
        ReviewMonths = p.ReviewMonths,
        AskedOn = p.AskedOn,
    });
}
