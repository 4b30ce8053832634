using Intranet.Shared;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Experts.Pages.Sponsorships;

/// <summary>Who leans on whom for what; one's own first, and those to renew.</summary>
[Allow(Permission.Read)]
internal sealed class IndexModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    public Paged<SponsorshipRow> Rows { get; private set; } = null!;
    public bool WithEnded { get; private set; }
    public DateOnly Today => day.Today;
    public bool CanAdd => RequestScope.Keeps(user) || user.Leads;

    public async Task OnGetAsync(bool termines = false, int p = 1)
    {
        WithEnded = termines;
        var today = Today;
        Rows = await db.Set<Sponsorship>().Where(s => termines || s.EndedOn == null || s.EndedOn >= today).Rows(db, user, today).PageAsync(p, cancellation: HttpContext.RequestAborted);
    }
}
