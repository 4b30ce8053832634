using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Meetings.Pages.Coverage;

/// <summary>New people in posts of management or institution at followed partners: whom somebody of ours is still to meet. One command.</summary>
[Allow(Permission.Read)]
internal sealed class FirstContactsModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    private const int Size = 25;

    [BindProperty(SupportsGet = true, Name = "etat")]
    public FirstContactState? State { get; set; }

    [BindProperty(SupportsGet = true, Name = "dep")]
    public string? Department { get; set; }

    [BindProperty(SupportsGet = true, Name = "responsable")]
    public int? Owner { get; set; }

    public Paged<Arrival> Rows { get; private set; } = null!;
    public IReadOnlyDictionary<FirstContactState, int> Counts { get; private set; } = new Dictionary<FirstContactState, int>();
    public IReadOnlyList<SelectListItem> Departments { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Owners { get; private set; } = [];
    public DateOnly Today => day.Today;
    public bool CanWrite => user.May(Permission.WriteMeetings);

    public async Task OnGetAsync(int p = 1)
    {
        var all = await Arrivals.Of(db, Today).ToListAsync(HttpContext.RequestAborted);
        Departments = [.. all.SelectMany(a => DepartmentList.Split(a.Departments)).Distinct().Order(StringComparer.Ordinal).Select(d => new SelectListItem($"{d} {Departements.NameOf(d)}", d, d == Department))];
        Owners = [.. all.Where(a => a.OwnerPostId is not null).DistinctBy(a => a.OwnerPostId).OrderBy(a => a.OwnerPost, StringComparer.CurrentCulture).Select(a => new SelectListItem(a.OwnerPost, $"{a.OwnerPostId}", a.OwnerPostId == Owner))];
        var kept = all.Where(a => (string.IsNullOrEmpty(Department) || DepartmentList.Split(a.Departments).Contains(Department)) && (Owner is null || a.OwnerPostId == Owner)).ToList();
        Counts = kept.CountBy(a => a.On(Today).State).ToDictionary();
        var rows = kept.Where(a => State is { } wanted ? a.On(Today).State == wanted : a.MetOn is null).OrderBy(a => a.On(Today).Due).ThenBy(a => a.Partner, StringComparer.CurrentCulture).ThenBy(a => a.HoldingId).ToList();
        var number = Math.Clamp(p, 1, Math.Max(1, (rows.Count + Size - 1) / Size));
        Rows = new Paged<Arrival>([.. rows.Skip((number - 1) * Size).Take(Size)], rows.Count, number, Size);
    }
}
