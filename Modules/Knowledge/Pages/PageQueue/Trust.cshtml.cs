using Intranet.Shared;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Knowledge.Pages.PageQueue;

/// <summary>How many pages are to be trusted, by section, beside the goal; and those that nobody keeps.</summary>
[Allow(Permission.WriteKnowledge)]
internal sealed class TrustModel(IntranetDb db, BusinessDay day) : PageModel
{
    public TrustReport Report { get; private set; } = null!;
    public IReadOnlyList<ReviewedPage> Unkept { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var sections = await db.Set<Section>().AsNoTracking().OrderBy(s => s.Order).ThenBy(s => s.Name).Select(s => new TrustSection(s.Id, s.ParentId, s.Name)).ToListAsync(HttpContext.RequestAborted);
        var pages = await db.Set<KnowledgePage>().Published().ReviewedAsync(db, day.Today, HttpContext.RequestAborted);
        Report = TrustReport.Of(sections, pages);
        Unkept = [.. pages.Where(p => !p.IsKept)];
    }
}
