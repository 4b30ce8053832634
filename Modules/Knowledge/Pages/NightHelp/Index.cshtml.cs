using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Knowledge.Pages.NightHelp;

/// <summary>Whom to call now, for an establishment: its on-call line, the duty lines of the SPIP around, the incident protocols agreed. A part of each « que faire si » page.</summary>
[Allow(Permission.Read)]
internal sealed class IndexModel(IntranetDb db, CurrentUser user, BusinessDay day, IIncidentSheets sheets) : PageModel
{
    /// <summary>Another establishment than one's own.</summary>
    [BindProperty(SupportsGet = true, Name = "etablissement")]
    public int? HouseId { get; set; }

    public House? Where { get; private set; }
    public IReadOnlyList<House> Houses { get; private set; } = [];
    public IReadOnlyList<Line> Lines { get; private set; } = [];
    public IReadOnlyList<IncidentSheet> Sheets { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        var (cancellation, today, person) = (HttpContext.RequestAborted, day.Today, user.PersonId);
        Houses = await db.Set<Establishment>().AsNoTracking().Where(e => e.ClosedOn == null || e.ClosedOn > today)
            .OrderByDescending(e => db.Set<StaffMember>().Any(s => s.PersonId == person && s.EstablishmentId == e.Id && s.From <= today && (s.To == null || s.To >= today))).ThenBy(e => e.Name).ThenBy(e => e.Id)
            .Select(e => new House(e.Id, (e.Kind + " " + e.Name).Trim(), e.Department, e.OnCallPhone, e.Phone)).ToListAsync(cancellation);
        Where = HouseId is null ? Houses.FirstOrDefault() : Houses.FirstOrDefault(h => h.Id == HouseId);
        if (Where is not { } house)
            return HouseId is null ? Page() : NotFound();
        var around = DepartmentList.Pattern(house.Department);
        Lines = house.Department.Length == 0 ? [] : await db.Set<Post>().AsNoTracking()
            .Where(p => p.IsServiceLine && p.ClosedOn == null && p.Phone != "" && p.Partner!.Kind.Code.StartsWith("spip") && p.Partner.MergedIntoId == null && EF.Functions.Like(p.Partner.Departments, around))
            .OrderByDescending(p => p.Title.StartsWith("Permanence")).ThenBy(p => p.Partner!.Name).ThenBy(p => p.Title).Take(6)
            .Select(p => new Line(p.Id, p.Partner!.Name, p.Title, p.Phone, p.Hours, p.VerifiedOn)).ToListAsync(cancellation);
        Sheets = await sheets.OfAsync(db, user, house.Id, today, cancellation);
        return Page();
    }

    internal sealed record House(int Id, string Name, string Department, string OnCallPhone, string Phone);

    internal sealed record Line(int Id, string Partner, string Title, string Phone, string Hours, DateOnly? VerifiedOn);
}
