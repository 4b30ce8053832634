using Intranet.Shared;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Intranet.Contacts.Pages.Services;

[Allow(Permission.Read)]
internal sealed class IndexModel(IntranetDb db, CurrentUser user, BusinessDay day, Choices choices) : PageModel
{
    public Paged<ServiceRow> Rows { get; private set; } = null!;
    public ServiceFilter Filter { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Departments { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Measures { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Publics { get; private set; } = [];
    public DateOnly Today => day.Today;
    public bool CanWrite => user.May(Permission.WriteContacts);

    public async Task OnGetAsync(string? q, string? dep, string? mesure, string? @public, bool libres, string? tri, int p = 1)
    {
        Filter = new ServiceFilter(q, dep, mesure, @public, libres, tri);
        Rows = await Filter.Apply(db, Today).Rows().PageAsync(p, cancellation: HttpContext.RequestAborted);
        if (Request.WantsFragment())
            return;
        Departments = await choices.GetAsync("service-departments", () => db.ServiceDepartmentsAsync(Today));
        var lists = await choices.GetAsync("service-lists", () => db.ChoicesAsync([ContactsLists.Measures.Code, ContactsLists.Publics.Code]));
        Measures = [.. lists[ContactsLists.Measures.Code]];
        Publics = [.. lists[ContactsLists.Publics.Code]];
    }
}
