using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Experts.Pages.Experts;

/// <summary>The way to one's own sheet, or to write it.</summary>
[Allow(Permission.Read)]
internal sealed class MineModel(IntranetDb db, CurrentUser user) : PageModel
{
    public async Task<IActionResult> OnGetAsync()
    {
        var person = user.PersonId ?? 0;
        var own = await db.Set<Expert>().Where(e => e.PersonId == person).Select(e => (int?)e.Id).FirstOrDefaultAsync(HttpContext.RequestAborted);
        return LocalRedirect(own is { } id ? $"/experts/{id}" : "/experts/nouveau");
    }
}
