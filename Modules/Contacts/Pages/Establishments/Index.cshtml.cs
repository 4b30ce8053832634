using Intranet.Shared;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts.Pages.Establishments;

[Allow(Permission.Read)]
internal sealed class IndexModel(IntranetDb db, CurrentUser user, BusinessDay day, Choices choices) : PageModel
{
    public Paged<EstablishmentRow> Rows { get; private set; } = null!;
    public EstablishmentFilter Filter { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Poles { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Kinds { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Departments { get; private set; } = [];
    public bool CanWrite => user.May(Permission.WriteContacts);

    public async Task OnGetAsync(string? q, int? pole, string? nature, string? dep, string? etat, string? tri, int p = 1)
    {
        Filter = new EstablishmentFilter(q, pole, nature, dep, etat, tri);
        Rows = await Filter.Apply(db, day.Today).Rows(db, day.Today).PageAsync(p, cancellation: HttpContext.RequestAborted);
        if (Request.WantsFragment())
            return;
        var known = await choices.GetAsync("establishments-known", () => db.Set<Establishment>().Select(e => new { e.Kind, e.Department, e.PoleId, Pole = e.Pole == null ? null : e.Pole.Name }).Distinct().ToListAsync());
        Poles = [.. known.Where(k => k.PoleId != null).DistinctBy(k => k.PoleId).OrderBy(k => k.Pole).Select(k => new SelectListItem(k.Pole, $"{k.PoleId}"))];
        Kinds = [.. known.Select(k => k.Kind).Where(k => k.Length > 0).Distinct().Order().Select(k => new SelectListItem(k, k))];
        Departments = [.. known.Select(k => k.Department).Where(d => d.Length > 0).Distinct().Order().Select(d => new SelectListItem($"{d} – {Departements.NameOf(d)}", d))];
    }
}
