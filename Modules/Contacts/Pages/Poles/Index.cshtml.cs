using Intranet.Shared;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts.Pages.Poles;

[Allow(Permission.Read)]
internal sealed class IndexModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    public IReadOnlyList<PoleRow> Poles { get; private set; } = [];
    public bool CanWrite => user.May(Permission.WriteContacts);

    public async Task OnGetAsync()
    {
        var today = day.Today;
        var poles = await db.Set<Pole>().AsNoTracking().OrderBy(p => p.Name)
            .Select(p => new { p.Id, p.Name, Departments = p.Establishments.Where(e => e.ClosedOn == null || e.ClosedOn >= today).Select(e => e.Department).ToList() }).ToListAsync();
        Poles = [.. poles.Select(p => new PoleRow(p.Id, p.Name, p.Departments.Count, [.. p.Departments.Distinct().Order(StringComparer.Ordinal)]))];
    }

    public sealed record PoleRow(int Id, string Name, int Count, IReadOnlyList<string> Departments);
}
