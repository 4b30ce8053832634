using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Conventions.Pages.Conventions.Texts;

/// <summary>The incident protocol on one page to pin up, with the numbers to call.</summary>
[Allow(Permission.Read)]
internal sealed class IncidentSheetModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    public Convention Convention { get; private set; } = null!;
    public IncidentProtocol? Protocol => Convention.IncidentProtocols.FirstOrDefault();
    public IReadOnlyList<OnCall> Establishments { get; private set; } = [];

    /// <summary>The partners' service lines, which answer whoever holds the posts.</summary>
    public IReadOnlyList<ServiceLine> Lines { get; private set; } = [];
    public DateOnly Today => day.Today;
    public string Reader => user.Name;
    public bool CanWrite => user.May(Permission.WriteConventions);

    public async Task<IActionResult> OnGetAsync(int id)
    {
        var cancellation = HttpContext.RequestAborted;
        if (await db.Set<Convention>().AsNoTracking().Include(c => c.Subject.Links).ThenInclude(l => l.To).Include(c => c.IncidentProtocols).ThenInclude(p => p.Degrees)
            .InScope(db, user).FirstOrDefaultAsync(c => c.Id == id, cancellation) is not { } convention)
            return NotFound();
        Convention = convention;
        var parties = convention.Subject.Links.ToLookup(l => l.Role, l => l.ToId);
        var (houses, partners) = (parties[LinkRole.Establishment].ToList(), parties[LinkRole.Partner].ToList());
        Establishments = await db.Set<Establishment>().AsNoTracking().Where(e => houses.Contains(e.Id)).OrderBy(e => e.Name)
            .Select(e => new OnCall((e.Kind + " " + e.Name).Trim(), e.OnCallPhone, e.Phone)).ToListAsync(cancellation);
        Lines = await db.Set<Post>().AsNoTracking().Where(p => p.IsServiceLine && p.ClosedOn == null && p.Phone != "" && p.PartnerId != null && partners.Contains(p.PartnerId.Value))
            .OrderByDescending(p => p.Title.StartsWith("Permanence")).ThenBy(p => p.Partner!.Name).ThenBy(p => p.Title).Take(4).Select(p => new ServiceLine(p.Partner!.Name, p.Title, p.Phone, p.Hours)).ToListAsync(cancellation);
        return Page();
    }

    public IEnumerable<string> Partners => Convention.Subject.Links.Where(l => l.Role == LinkRole.Partner).Select(l => l.To.Title).Order(StringComparer.CurrentCulture);
}

internal sealed record OnCall(string Name, string OnCallPhone, string Phone);

internal sealed record ServiceLine(string Partner, string Title, string Phone, string Hours);
