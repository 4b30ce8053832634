using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Meetings.Pages.Meetings;

[Allow(Permission.Read)]
internal sealed class IndexModel(IntranetDb db, CurrentUser user, BusinessDay day, Choices choices) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "")]
    public MeetingFilter Filter { get; set; } = new();

    public Paged<MeetingRow> Rows { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Kinds { get; private set; } = [];
    public string? PartnerName { get; private set; }
    public DateOnly Today => day.Today;
    /// <summary>The day that a new meeting is proposed for: ten working days leave time to invite (rules.md, "Planner").</summary>
    public DateOnly Ahead => WorkingDays.Add(day.Today, 10);

    public bool CanWrite => user.May(Permission.WriteMeetings);

    public async Task OnGetAsync(int p = 1)
    {
        Rows = await Filter.Apply(db.Set<Meeting>().AsNoTracking().InScope(db, user)).Rows().PageAsync(p, cancellation: HttpContext.RequestAborted);
        if (Request.WantsFragment())
            return;
        Kinds = await choices.ItemsAsync("meeting-kinds", Filter.Kind?.ToString(), () => db.Set<MeetingKind>().OrderBy(k => k.Order).Select(k => new SelectListItem(k.Label, k.Id.ToString())).ToListAsync());
        if (Filter.Partner is { } partner)
            PartnerName = await db.Subjects.Where(s => s.Id == partner && s.Reach == Reach.Everyone).Select(s => s.Title).FirstOrDefaultAsync();
    }
}
