using Intranet.Shared;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts.Pages.PartnerKinds;

[Allow(Permission.Administer)]
internal sealed class IndexModel(IntranetDb db) : PageModel
{
    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public async Task OnGetAsync()
        => Lines = await db.Set<PartnerKind>().AsNoTracking().OrderByDescending(k => k.IsActive).ThenBy(k => k.Order).ThenBy(k => k.Label)
            .Select(k => new Line { Kind = k, Partners = db.Set<Partner>().Count(p => p.KindId == k.Id && p.MergedIntoId == null) }).ToListAsync();

    internal sealed class Line
    {
        public required PartnerKind Kind { get; init; }
        public required int Partners { get; init; }
    }
}
