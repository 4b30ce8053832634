using Intranet.Shared;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Meetings.Pages.Rounds;

/// <summary>Days on which a visitor sees several of our houses: those to come first.</summary>
[Allow(Permission.Read)]
internal sealed class IndexModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    public Paged<RoundRow> Rows { get; private set; } = null!;
    public DateOnly Today => day.Today;
    public bool CanWrite => user.May(Permission.WriteMeetings);

    public async Task OnGetAsync(int p = 1)
    {
        var today = day.Today;
        Rows = await db.Set<VisitRound>().InScope(db, user).OrderByDescending(r => r.On >= today).ThenByDescending(r => r.On).ThenBy(r => r.Id)
            .Rows().PageAsync(p, cancellation: HttpContext.RequestAborted);
    }
}
