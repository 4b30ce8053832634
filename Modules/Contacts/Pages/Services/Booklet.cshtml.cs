using Intranet.Shared;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts.Pages.Services;

/// <summary>The service sheets of a département as one booklet on A4: cover and summary, then one sheet a service.</summary>
[Allow(Permission.Read)]
internal sealed class BookletModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    public DateOnly Today => day.Today;
    public string Reader => user.Name;
    public string Department { get; private set; } = "";
    public string Place => Departements.NameOf(Department) ?? "";
    public IReadOnlyList<SelectListItem> Departments { get; private set; } = [];
    public IReadOnlyList<ServiceSheet> Sheets { get; private set; } = [];
    public IReadOnlyDictionary<string, string> Labels { get; private set; } = new Dictionary<string, string>();

    public async Task OnGetAsync(string? dep)
    {
        Department = dep ?? "";
        Departments = await db.ServiceDepartmentsAsync(Today);
        Labels = await db.ServiceLabelsAsync();
        Sheets = await new ServiceFilter(null, dep, null, null, false, null).Apply(db, Today)
            .OrderBy(s => s.Establishment!.City).ThenBy(s => s.Establishment!.Name).ThenBy(s => s.Name).ThenBy(s => s.Id).Sheets(db, user, Today).ToListAsync();
    }
}
