using Intranet.Shared;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Training.Pages.Sharing;

/// <summary>Sharing times, their regularity and head-counts; a one-off course is not the answer (trade.md).</summary>
[Allow(Permission.Read)]
internal sealed class IndexModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    public Paged<SharingRow> Rows { get; private set; } = null!;
    public bool WithEnded { get; private set; }
    public DateOnly Today => day.Today;
    public bool CanWrite => user.May(Permission.WriteMeetings);

    public async Task OnGetAsync(bool terminees = false, int p = 1)
    {
        WithEnded = terminees;
        var today = day.Today;
        Rows = await db.Set<SharingTime>().InScope(db, user).Where(s => terminees || s.To == null || s.To >= today)
            .OrderBy(s => s.Kind).ThenBy(s => s.Title).ThenBy(s => s.Id).Rows(today).PageAsync(p, cancellation: HttpContext.RequestAborted);
    }
}
