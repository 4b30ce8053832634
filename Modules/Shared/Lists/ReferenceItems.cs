using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Shared;

/// <summary>Reading the reference lists.</summary>
public static class ReferenceItems
{
    /// <summary>Choices of several lists in one command: those still offered, and those already chosen.</summary>
    /// <param name="chosen">Codes that a record keeps, offered even when retired.</param>
    public static async Task<ILookup<string, SelectListItem>> ChoicesAsync(this IntranetDb db, string[] lists, IEnumerable<string>? chosen = null, CancellationToken cancellation = default)
    {
        var kept = chosen?.ToArray() ?? [];
        var items = await db.Set<ReferenceItem>().AsNoTracking()
            .Where(i => lists.Contains(i.List) && (i.IsActive || kept.Contains(i.Code)))
            .OrderBy(i => i.List).ThenBy(i => i.Order).ThenBy(i => i.Label)
            .ToListAsync(cancellation);
        return items.ToLookup(i => i.List, i => new SelectListItem(i.Label, i.Code));
    }

    /// <summary>The name in full of each code of a list, retired ones included.</summary>
    public static Task<Dictionary<string, string>> LabelsAsync(this IntranetDb db, string list, CancellationToken cancellation = default)
        => db.Set<ReferenceItem>().AsNoTracking().Where(i => i.List == list).ToDictionaryAsync(i => i.Code, i => i.Label, cancellation);
}
