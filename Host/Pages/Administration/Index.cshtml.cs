using Intranet.Shared;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Host.Pages.Administration;

/// <summary>Where an administrator starts.</summary>
[Allow(Permission.Administer)]
internal sealed class IndexModel(IntranetDb db) : PageModel
{
    public int Accounts { get; private set; }
    public int Disabled { get; private set; }
    public int Stuck { get; private set; }

    public async Task OnGetAsync()
    {
        var accounts = await db.Users.GroupBy(_ => 1).Select(g => new { All = g.Count(), Disabled = g.Count(a => a.DisabledAt != null) }).FirstOrDefaultAsync();
        (Accounts, Disabled) = (accounts?.All ?? 0, accounts?.Disabled ?? 0);
        Stuck = await db.Set<OutboxMail>().CountAsync(m => m.GivenUpAt != null);
    }
}
