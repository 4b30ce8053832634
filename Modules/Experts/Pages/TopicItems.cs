using Intranet.Shared;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Experts.Pages;

/// <summary>The topics that a form offers, by family; a topic under another comes after it.</summary>
internal static class TopicItems
{
    /// <param name="kept">The topic that the record has already: it stays, even retired.</param>
    public static async Task<List<SelectListItem>> ReadAsync(IntranetDb db, int? kept, CancellationToken cancellation)
    {
        var groups = Enum.GetValues<TopicFamily>().ToDictionary(f => f, f => new SelectListGroup { Name = Labels.Of(f) });
        return [.. (await db.Set<Topic>().AsNoTracking().Where(t => t.RetiredOn == null || t.Id == kept)
            .OrderBy(t => t.Family).ThenBy(t => t.Parent == null ? t.Name : t.Parent.Name).ThenBy(t => t.ParentId != null).ThenBy(t => t.Name)
            .Select(t => new { t.Id, t.Family, t.Name, IsUnder = t.ParentId != null }).ToListAsync(cancellation))
            .Select(t => new SelectListItem(t.IsUnder ? $"\u00a0\u00a0{t.Name}" : t.Name, $"{t.Id}") { Group = groups[t.Family] })];
    }
}
