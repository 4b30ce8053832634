using Intranet.Shared;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Reminders.Pages.Reminders;

/// <summary>The inbox: what I have to do, what I took on or put off, what nobody answers for.</summary>
[Allow(Permission.Read)]
internal sealed class IndexModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    public IReadOnlyList<InboxRow> ToDo { get; private set; } = [];
    public IReadOnlyList<InboxRow> Answered { get; private set; } = [];
    public IReadOnlyList<InboxRow> Orphans { get; private set; } = [];
    public DateOnly Today => day.Today;

    /// <summary>The account stands for nobody, so that nothing can be addressed to it.</summary>
    public bool HasNoPerson => user.PersonId is null;

    public async Task OnGetAsync()
    {
        var mine = await db.Set<Reminder>().AsNoTracking().Of(user.PersonId).Rows(user.PersonId).ToListAsync(HttpContext.RequestAborted);
        ToDo = [.. mine.Where(r => r.AcknowledgedOn is null && !(r.SnoozedUntil > Today))];
        Answered = [.. mine.Except(ToDo)];
        if (user.May(Permission.WriteContacts))
            Orphans = await db.Orphans(user).AsNoTracking().Rows(user.PersonId).Take(50).ToListAsync(HttpContext.RequestAborted);
    }
}
