using Intranet.Shared;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts.Pages.Services;

/// <summary>A sheet of free places to send to SPIP and judges: services with places first, stale numbers said to be so.</summary>
[Allow(Permission.Read)]
internal sealed class FreePlacesSheetModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    public DateOnly Today => day.Today;
    public string Reader => user.Name;
    public string Department { get; private set; } = "";
    public string Place => Departements.NameOf(Department) ?? "";
    public IReadOnlyList<SelectListItem> Departments { get; private set; } = [];
    public IReadOnlyList<ServiceRow> Rows { get; private set; } = [];

    public async Task OnGetAsync(string? dep)
    {
        Department = dep ?? "";
        Departments = await db.ServiceDepartmentsAsync(Today);
        var rows = await new ServiceFilter(null, dep, null, null, false, "etablissement").Apply(db, Today).Rows().ToListAsync();
        Rows = [.. rows.Where(r => r.Places > 0).OrderBy(r => r.IsStale(Today)).ThenByDescending(r => r.FreePlaces ?? 0)];
    }
}
