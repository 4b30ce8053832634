using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Meetings.Pages.Actions;

/// <summary>What was promised in meetings, on both sides, until it is done.</summary>
[Allow(Permission.Read)]
internal sealed class IndexModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "")]
    public ActionFilter Filter { get; set; } = new();

    public Paged<ActionRow> Rows { get; private set; } = null!;
    public string? PartnerName { get; private set; }
    public DateOnly Today => day.Today;

    public bool CanAct(ActionRow row) => row.IsMine || user.May(Permission.WriteMeetings);

    public async Task OnGetAsync(int p = 1)
    {
        Rows = await Filter.Apply(db.Actions(user, Today).AsNoTracking(), db.Set<Meeting>(), user.PersonId, Today).Rows(db, user, Today).PageAsync(p, cancellation: HttpContext.RequestAborted);
        if (Filter.Partner is { } partner && !Request.WantsFragment())
            PartnerName = await db.Set<Partner>().InScope(db, user).Where(s => s.Id == partner).Select(s => s.Name).FirstOrDefaultAsync();
    }
}
