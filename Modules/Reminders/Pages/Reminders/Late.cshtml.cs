using Intranet.Shared;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Intranet.Reminders.Pages.Reminders;

/// <summary>Everything past due on the records of my scope, whoever answers for it.</summary>
[Allow(Permission.Read)]
internal sealed class LateModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    public Paged<LateRow> Rows { get; private set; } = null!;
    public DateOnly Today => day.Today;

    public async Task OnGetAsync(int p = 1)
        => Rows = await db.Late(user, Today).OrderBy(r => r.Due).ThenBy(r => r.Id).LateRows().PageAsync(p, cancellation: HttpContext.RequestAborted);
}
