using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts.Pages.Partners;

[Allow(Permission.Read)]
internal sealed class IndexModel(IntranetDb db, CurrentUser user, BusinessDay day, PartnerObligations obligations, Choices choices, CompiledQueries queries) : PageModel
{
    public Paged<PartnerRow> Rows { get; private set; } = null!;
    public PartnerFilter Filter { get; private set; } = new();

    public IReadOnlyList<SelectListItem> Kinds { get; private set; } = [];

    /// <summary>Posts of ours that keep a relation.</summary>
    public IReadOnlyList<SelectListItem> Owners { get; private set; } = [];
    public DateOnly Today => day.Today;
    public bool CanWrite => user.May(Permission.WriteContacts);

    public async Task OnGetAsync([FromQuery] PartnerFilter filter, int p = 1)
    {
        Filter = filter;
        IQueryable<PartnerRow> Read() => filter.Apply(db, obligations, Today);
        Rows = filter.IsWhole ? await queries.PageAsync("partners", db, Read, p, HttpContext.RequestAborted) : await Read().PageAsync(p, cancellation: HttpContext.RequestAborted);
        if (Request.WantsFragment())
            return;
        Kinds = await choices.ItemsAsync("partner-kinds", filter.Nature, () => db.Set<PartnerKind>().Where(k => k.IsActive).OrderBy(k => k.Order).Select(k => new SelectListItem(k.Label, k.Code)).ToListAsync());
        Owners = await choices.ItemsAsync("relation-owners", filter.Responsable?.ToString(), () => db.Set<Post>().Where(o => PartnerObligations.Followed(db).Any(a => a.RelationOwnerId == o.Id))
            .OrderBy(o => o.Title).ThenBy(o => o.Establishment!.Name).Select(o => new SelectListItem(o.Title + ", " + o.Establishment!.Name, o.Id.ToString())).ToListAsync());
    }
}
