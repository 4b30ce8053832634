using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Conventions.Pages.Conventions.Texts;

/// <summary>The page that people accompanied are given: who does what, what is said about them, whom to call. No name on it.</summary>
[Allow(Permission.Read)]
internal sealed class RolesSheetModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    public Convention Convention { get; private set; } = null!;
    public IReadOnlyList<RoleLine> Roles { get; private set; } = [];
    public ILookup<SharingRule, string> Said { get; private set; } = null!;
    public IReadOnlyList<OnCall> Establishments { get; private set; } = [];
    public DateOnly Today => day.Today;
    public bool CanWrite => user.May(Permission.WriteConventions);

    public async Task<IActionResult> OnGetAsync(int id)
    {
        var cancellation = HttpContext.RequestAborted;
        if (await db.Set<Convention>().AsNoTracking().Include(c => c.Subject.Links).Include(c => c.Roles).InScope(db, user).FirstOrDefaultAsync(c => c.Id == id, cancellation) is not { } convention)
            return NotFound();
        (Convention, Roles) = (convention, [.. convention.Roles.OrderBy(r => r.Order)]);
        var houses = convention.Subject.Links.Where(l => l.Role == LinkRole.Establishment).Select(l => l.ToId).ToList();
        Establishments = await db.Set<Establishment>().AsNoTracking().Where(e => houses.Contains(e.Id)).OrderBy(e => e.Name)
            .Select(e => new OnCall((e.Kind + " " + e.Name).Trim(), e.OnCallPhone, e.Phone)).ToListAsync(cancellation);
        Said = (await db.Set<SharingLine>().AsNoTracking().Where(l => l.ConventionId == id).OrderBy(l => l.Order).Select(l => new { l.Rule, l.What }).ToListAsync(cancellation)).ToLookup(l => l.Rule, l => l.What);
        return Page();
    }
}
