using Intranet.Shared;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Conventions.Pages.Kinds;

[Allow(Permission.Administer)]
internal sealed class IndexModel(IntranetDb db) : PageModel
{
    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public async Task OnGetAsync()
        => Lines = await db.Set<ConventionKind>().AsNoTracking().OrderByDescending(k => k.IsActive).ThenBy(k => k.Order).ThenBy(k => k.Label)
            .Select(k => new Line { Kind = k, Conventions = db.Set<Convention>().Count(c => c.KindId == k.Id) }).ToListAsync();

    internal sealed class Line
    {
        public required ConventionKind Kind { get; init; }
        public required int Conventions { get; init; }
    }
}
