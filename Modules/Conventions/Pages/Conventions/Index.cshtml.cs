using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Conventions.Pages.Conventions;

[Allow(Permission.Read)]
internal sealed class IndexModel(IntranetDb db, CurrentUser user, BusinessDay day, ConventionBoard board, Choices choices) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "")]
    public ConventionFilter Filter { get; set; } = new();

    public ConventionRegister Register { get; private set; } = null!;
    public Paged<ConventionLine> Rows { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Kinds { get; private set; } = [];
    public IReadOnlyList<SelectListItem> PartnerKinds { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Establishments { get; private set; } = [];
    public DateOnly Today => day.Today;
    public bool CanWrite => user.May(Permission.WriteConventions);

    public async Task OnGetAsync(int p = 1)
    {
        Register = new ConventionRegister(db, user, board, Today);
        var lines = await Register.ReadAsync(Filter, HttpContext.RequestAborted);
        var number = Math.Clamp(p, 1, Math.Max(1, (lines.Count + Paging.Size - 1) / Paging.Size));
        Rows = new Paged<ConventionLine>([.. lines.Skip((number - 1) * Paging.Size).Take(Paging.Size)], lines.Count, number, Paging.Size);
        if (Request.WantsFragment())
            return;
        Kinds = await choices.ItemsAsync("convention-kinds", Filter.Kind?.ToString(), () => db.Set<ConventionKind>().OrderBy(k => k.Order).Select(k => new SelectListItem(k.Label, k.Id.ToString())).ToListAsync());
        PartnerKinds = await choices.ItemsAsync("partner-kinds", Filter.PartnerKind, () => db.Set<PartnerKind>().Where(k => k.IsActive).OrderBy(k => k.Order).Select(k => new SelectListItem(k.Label, k.Code)).ToListAsync());
        Establishments = await choices.ItemsAsync($"own-houses-{user.Id}", Filter.Establishment?.ToString(), () => db.Subjects.Where(s => s.Kind == ContactsModule.Establishment.Code).OwnedBy(db, user).OrderBy(s => s.Title)
            .Select(s => new SelectListItem(s.Title, s.Id.ToString())).ToListAsync());
    }

    /// <summary>The address of this list with another month of ends, or without it when it is the one shown.</summary>
    public string EndAddress(DateOnly month)
    {
        var query = Request.Query.Where(q => q.Key is not ("fin" or "p")).SelectMany(q => q.Value, (q, v) => KeyValuePair.Create(q.Key, v));
        var end = ConventionFilter.EndMonth(month);
        return "/conventions" + QueryString.Create(end == Filter.End ? query : query.Append(KeyValuePair.Create("fin", (string?)end)));
    }
}
