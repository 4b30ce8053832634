using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Intranet.Meetings.Pages.Meetings;

/// <summary>The shared minutes on paper, with decisions and actions; what stays with us isn't there.</summary>
[Allow(Permission.Read)]
internal sealed class SheetModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    public Meeting Meeting { get; private set; } = null!;
    public DateOnly Today => day.Today;
    public string Reader => user.Name;

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (await db.FindMeetingAsync(user, id) is not { } meeting)
            return NotFound();
        Meeting = meeting;
        await db.LoadOutcomesAsync(meeting);
        return Page();
    }
}
