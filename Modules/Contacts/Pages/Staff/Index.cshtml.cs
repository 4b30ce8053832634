using Intranet.Shared;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts.Pages.Staff;

/// <summary>Who works with us, in the reader's establishments.</summary>
[Allow(Permission.Read)]
internal sealed class IndexModel(IntranetDb db, CurrentUser user, BusinessDay day, Choices choices) : PageModel
{
    public DateOnly Today => day.Today;
    public Paged<StaffRow> Rows { get; private set; } = null!;
    public StaffFilter Filter { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Establishments { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Functions { get; private set; } = [];
    public bool CanImport => user.May(Permission.Import);

    public async Task OnGetAsync(string? q, int? etablissement, string? fonction, DateOnly? le, bool departs, bool tous, string? tri, int p = 1)
    {
        Filter = new StaffFilter(q, etablissement, fonction, le, departs, tous, tri);
        Rows = await Filter.Apply(db, user, Today).Rows(db).PageAsync(p, cancellation: HttpContext.RequestAborted);
        if (Request.WantsFragment())
            return;
        var own = db.Subjects.OwnedBy(db, user);
        var known = await choices.GetAsync($"staff-{user.Id}", () => db.Set<StaffMember>().Where(s => own.Any(o => o.Id == s.EstablishmentId))
            .Select(s => new { s.EstablishmentId, Name = s.Establishment!.Kind + " " + s.Establishment.Name, s.Function }).Distinct().ToListAsync());
        Establishments = [.. known.DistinctBy(k => k.EstablishmentId).OrderBy(k => k.Name).Select(k => new SelectListItem(k.Name, $"{k.EstablishmentId}"))];
        Functions = [.. known.Select(k => k.Function).Where(f => f.Length > 0).Distinct().Order().Select(f => new SelectListItem(f, f))];
    }
}
