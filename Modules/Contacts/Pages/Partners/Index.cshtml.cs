using Intranet.Shared;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts.Pages.Partners;

[Allow(Permission.Read)]
internal sealed class IndexModel(IntranetDb db, CurrentUser user) : PageModel
{
    public Paged<PartnerRow> Rows { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Kinds { get; private set; } = [];
    public PartnerFilter Filter { get; private set; } = null!;
    public bool CanWrite => user.May(Permission.WriteContacts);

    public async Task OnGetAsync(string? q, string? nature, string? dep, bool suivis, string? tri, int p = 1)
    {
        Filter = new PartnerFilter(q, nature, dep, suivis, tri);
        Rows = await Filter.Apply(db).Rows().PageAsync(p, cancellation: HttpContext.RequestAborted);
        if (!Request.WantsFragment())
            Kinds = await db.Set<PartnerKind>().Where(k => k.IsActive).OrderBy(k => k.Order).Select(k => new SelectListItem(k.Label, k.Code)).ToListAsync();
    }
}
