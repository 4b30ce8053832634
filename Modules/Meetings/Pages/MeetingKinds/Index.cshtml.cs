using Intranet.Shared;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Meetings.Pages.MeetingKinds;

[Allow(Permission.Administer)]
internal sealed class IndexModel(IntranetDb db) : PageModel
{
    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public async Task OnGetAsync()
        => Lines = await db.Set<MeetingKind>().AsNoTracking().OrderByDescending(k => k.IsActive).ThenBy(k => k.Order).ThenBy(k => k.Label)
            .Select(k => new Line { Kind = k, Meetings = db.Set<Meeting>().Count(m => m.KindId == k.Id) }).ToListAsync();

    internal sealed class Line
    {
        public required MeetingKind Kind { get; init; }
        public required int Meetings { get; init; }
    }
}
