using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Conventions.Pages.Conventions;

[Allow(Permission.Read)]
internal sealed class IndexModel(IntranetDb db, CurrentUser user, BusinessDay day, Choices choices) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "")]
    public ConventionFilter Filter { get; set; } = new();

    public Paged<ConventionRow> Rows { get; private set; } = null!;
    public IReadOnlyDictionary<ConventionState, int> Counts { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Kinds { get; private set; } = [];
    public IReadOnlyList<SelectListItem> PartnerKinds { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Establishments { get; private set; } = [];
    public DateOnly Today => day.Today;
    public bool CanWrite => user.May(Permission.WriteConventions);

    public async Task OnGetAsync(int p = 1)
    {
        var register = new ConventionRegister(db, user, Today);
        var rows = await register.ReadAsync(Filter, HttpContext.RequestAborted);
        Counts = register.Counts;
        var number = Math.Clamp(p, 1, Math.Max(1, (rows.Count + Paging.Size - 1) / Paging.Size));
        var page = await register.WithPartiesAsync([.. rows.Skip((number - 1) * Paging.Size).Take(Paging.Size)], HttpContext.RequestAborted);
        Rows = new Paged<ConventionRow>(page, rows.Count, number, Paging.Size);
        if (Request.WantsFragment())
            return;
        Kinds = await choices.ItemsAsync("convention-kinds", Filter.Kind?.ToString(), () => db.Set<ConventionKind>().OrderBy(k => k.Order).Select(k => new SelectListItem(k.Label, k.Id.ToString())).ToListAsync());
        PartnerKinds = await choices.ItemsAsync("partner-kinds", Filter.PartnerKind, () => db.Set<PartnerKind>().Where(k => k.IsActive).OrderBy(k => k.Order).Select(k => new SelectListItem(k.Label, k.Code)).ToListAsync());
        Establishments = await choices.ItemsAsync($"own-houses-{user.Id}", Filter.Establishment?.ToString(), () => db.Subjects.Where(s => s.Kind == ContactsModule.Establishment.Code).OwnedBy(db, user).OrderBy(s => s.Title)
            .Select(s => new SelectListItem(s.Title, s.Id.ToString())).ToListAsync());
    }
}
