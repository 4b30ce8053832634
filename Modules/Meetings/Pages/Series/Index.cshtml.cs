using Intranet.Shared;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Meetings.Pages.Series;

/// <summary>What comes round at partners': our permanences inside, their service meetings.</summary>
[Allow(Permission.Read)]
internal sealed class IndexModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    public Paged<SeriesRow> Rows { get; private set; } = null!;
    public DateOnly Today => day.Today;
    public bool CanWrite => user.May(Permission.WriteMeetings);
    public bool WithEnded { get; private set; }

    public async Task OnGetAsync(bool terminees = false, int p = 1)
    {
        WithEnded = terminees;
        var today = day.Today;
        Rows = await db.Set<MeetingSeries>().InScope(db, user).Where(s => terminees || s.To == null || s.To >= today)
            .OrderBy(s => s.Partner!.Name).ThenBy(s => s.PartnerId).ThenBy(s => s.Kind).ThenBy(s => s.Title).ThenBy(s => s.Id).Rows(today).PageAsync(p, cancellation: HttpContext.RequestAborted);
    }
}
