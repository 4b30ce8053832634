using Intranet.Host.Hosting;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Host.Pages.Privacy;

/// <summary>What must never be written here, why, and what becomes of what is refused.</summary>
[Allow(Permission.Read)]
internal sealed class IndexModel(IntranetDb db) : PageModel
{
    /// <summary>Whom to ask.</summary>
    public IReadOnlyList<string> Administrators { get; private set; } = [];

    public async Task OnGetAsync() => Administrators = await db.Users.Where(a => a.DisabledAt == null && (a.Roles & Roles.Administration) != 0)
        .OrderBy(a => a.DisplayName).Take(5).Select(a => a.DisplayName).ToListAsync();
}
