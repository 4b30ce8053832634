using Intranet.Shared;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Reminders.Pages.Reminders;

/// <summary>Whose months are full, on the records that the reader minds.</summary>
[Allow(Permission.WriteContacts)]
internal sealed class LoadModel(IntranetDb db, CurrentUser user, BusinessDay day, IEnumerable<IReminderSource> sources) : PageModel
{
    public LoadForecast Load { get; private set; } = null!;

    public async Task OnGetAsync()
        => Load = await LoadForecast.ReadAsync(db, sources, VisibleAsync, day.Today, HttpContext.RequestAborted);

    private async Task<IReadOnlySet<int>> VisibleAsync(IReadOnlyCollection<int> subjects)
    {
        if (user.SeesAll)
            return subjects.ToHashSet();
        HashSet<int> visible = [];
        foreach (var some in subjects.Chunk(500))
            visible.UnionWith(await db.Minded(user).Where(s => some.Contains(s.Id)).Select(s => s.Id).ToListAsync(HttpContext.RequestAborted));
        return visible;
    }
}
