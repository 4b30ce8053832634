using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Knowledge.Pages.KnowledgePages;

/// <summary>Who wrote what, when and why; of what isn't published, only what the reader may see.</summary>
[Allow(Permission.Read)]
internal sealed class VersionsModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    public PageHead Head { get; private set; } = null!;
    public Paged<VersionRow> Rows { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int id, int p = 1)
    {
        if (await PageHead.FindAsync(db, user, id, day.Today, HttpContext.RequestAborted) is not { } head)
            return NotFound();
        Head = head;
        Rows = await VersionRow.Of(db.Set<PageRevision>().AsNoTracking().Visible(db, user, day.Today).Where(r => r.PageId == id).OrderByDescending(r => r.Number)).PageAsync(p, cancellation: HttpContext.RequestAborted);
        return Page();
    }
}
