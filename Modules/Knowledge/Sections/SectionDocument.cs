using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Knowledge;

/// <summary>A published page with its text, for paper and for files.</summary>
internal sealed record DocumentPage(int Id, int SectionId, string Title, PageKind Kind, string Tags, string Summary, string Text, int Number, DateOnly? PublishedOn, DateOnly? ReviewedOn);

/// <summary>A whole section, those under it included, in the order of the tree.</summary>
internal sealed record SectionDocument(SectionNode Section, IReadOnlyList<(SectionNode Section, IReadOnlyList<DocumentPage> Pages)> Parts)
{
    /// <summary>Pages of one document: beyond it nobody prints, and a server would hold too much at once.</summary>
    public const int Most = 200;

    public bool IsCut { get; private init; }

    /// <summary>Two commands; null when there is no such section in use.</summary>
    public static async Task<SectionDocument?> ReadAsync(IntranetDb db, int id, CancellationToken cancellation)
    {
        var tree = (await SectionTree.ReadAsync(db, cancellation)).Where(s => s.RetiredOn is null).ToList();
        if (tree.FirstOrDefault(s => s.Id == id) is not { } section)
            return null;
        List<SectionNode> branch = [section, .. tree.SkipWhile(s => s.Id != id).Skip(1).TakeWhile(s => s.Depth > section.Depth)];
        var ids = branch.Select(s => s.Id).ToList();
        var pages = await db.Set<KnowledgePage>().AsNoTracking().Where(p => ids.Contains(p.SectionId) && p.PublishedNumber != null && p.BinnedOn == null)
            .OrderBy(p => p.Order).ThenBy(p => p.Title).Take(Most + 1)
            .Select(p => new DocumentPage(p.Id, p.SectionId, p.Title, p.Kind, p.Tags, p.Summary, p.Text, p.PublishedNumber!.Value, p.PublishedOn, p.ReviewedOn)).ToListAsync(cancellation);
        var bySection = pages.Take(Most).ToLookup(p => p.SectionId);
        return new(section, [.. branch.Select(s => (s, (IReadOnlyList<DocumentPage>)[.. bySection[s.Id]])).Where(s => s.Item2.Count > 0)]) { IsCut = pages.Count > Most };
    }
}
