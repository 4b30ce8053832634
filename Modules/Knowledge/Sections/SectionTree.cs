using System.Globalization;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Knowledge;

/// <summary>A section and how deep it hangs, 0 for the first level.</summary>
/// <param name="Pages">Published, in it and not under it.</param>
internal sealed record SectionNode(int Id, int? ParentId, string Name, string Purpose, int Order, DateOnly? RetiredOn, int Pages)
{
    public int Depth { get; init; }

    /// <summary>From the root: « Mesures de justice › Placement extérieur ».</summary>
    public string Path { get; init; } = "";
}

/// <summary>All sections, each after the one that holds it, neighbours in their order.</summary>
internal static class SectionTree
{
    /// <summary>One command.</summary>
    public static async Task<IReadOnlyList<SectionNode>> ReadAsync(IntranetDb db, CancellationToken cancellation)
        => Sort(await db.Set<Section>().AsNoTracking().Select(s => new SectionNode(s.Id, s.ParentId, s.Name, s.Purpose, s.Order, s.RetiredOn,
            db.Set<KnowledgePage>().Count(p => p.SectionId == s.Id && p.PublishedNumber != null && p.BinnedOn == null))).ToListAsync(cancellation));

    /// <summary>Where a page may be put: sections in use, and the one where it is.</summary>
    public static IReadOnlyList<SelectListItem> Choices(IEnumerable<SectionNode> sections, int? chosen = null)
        => [.. sections.Where(s => s.RetiredOn is null || s.Id == chosen).Select(s => new SelectListItem(s.Path, s.Id.ToString(CultureInfo.InvariantCulture), s.Id == chosen))];

    public static IReadOnlyList<SectionNode> Sort(IReadOnlyCollection<SectionNode> sections)
    {
        var under = sections.ToLookup(s => s.ParentId ?? 0);
        List<SectionNode> sorted = [];
        Add(0, 0, "");
        return sorted;

        void Add(int parent, int depth, string path)
        {
            // Deeper than any section may hang: rows that hold one another would never end.
            if (depth > Section.Deepest)
                return;
            foreach (var section in under[parent].OrderBy(s => s.Order).ThenBy(s => s.Name, StringComparer.CurrentCulture))
            {
                var named = section with { Depth = depth, Path = path.Length == 0 ? section.Name : $"{path} › {section.Name}" };
                sorted.Add(named);
                Add(section.Id, depth + 1, named.Path);
            }
        }
    }
}
