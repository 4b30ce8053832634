using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Knowledge;

/// <summary>The form of a section, new or known.</summary>
internal sealed class SectionInput : IVersionedInput
{
    [Display(Name = "Nom"), Required, StringLength(200), NoIdentity]
    public string? Name { get; set; }

    [Display(Name = "Dans la rubrique")]
    public int? ParentId { get; set; }

    [Display(Name = "Ordre"), Range(0, 9_999)]
    public int? Order { get; set; }

    [Display(Name = "Ce qu’on y trouve"), StringLength(300), NoIdentity]
    public string? Purpose { get; set; }

    public int Version { get; set; }

    public static SectionInput Of(Section s) => new() { Name = s.Name, ParentId = s.ParentId, Order = s.Order, Purpose = s.Purpose, Version = s.Version };

    /// <summary>The new or known section says what the form says. One command, since the tree is small.</summary>
    public async Task<Section> WriteAsync(IntranetDb db, Section? known, CancellationToken cancellation)
    {
        var all = await db.Set<Section>().ToListAsync(cancellation);
        var name = Name!.Trim();
        if (all.Any(s => s.Id != (known?.Id ?? 0) && s.ParentId == ParentId && string.Equals(s.Name, name, StringComparison.CurrentCultureIgnoreCase)))
            throw new BrokenRuleException("Une rubrique porte déjà ce nom à cet endroit.", nameof(Name));
        List<Section> above = [];
        for (var id = ParentId; id is not null; id = above[^1].ParentId)
            above.Add(all.FirstOrDefault(s => s.Id == id && (s.RetiredOn is null || s.Id == known?.ParentId)) ?? throw new BrokenRuleException("Choisissez une rubrique de la liste.", nameof(ParentId)));
        var section = known ?? new Section(name, Purpose ?? "", Order ?? 0);
        section.Call(name, Purpose ?? "", Order ?? 0);
        section.PlaceUnder(above, known is null ? 0 : Below(known.Id));
        return section;

        int Below(int id) => all.Where(s => s.ParentId == id).Select(s => 1 + Below(s.Id)).DefaultIfEmpty(0).Max();
    }

    /// <summary>Sections under which another may be placed: two levels at most above it, never itself.</summary>
    public static IReadOnlyList<SelectListItem> Parents(IEnumerable<SectionNode> tree, int? known)
        => [.. tree.Where(s => s.Depth < Section.Deepest - 1 && s.RetiredOn is null && s.Id != known).Select(s => new SelectListItem(s.Path, s.Id.ToString(CultureInfo.InvariantCulture)))];
}
