using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Meetings.Pages.Preparation;

/// <summary>One page of A4, made by itself from what every module knows of the partners to be met.</summary>
[Allow(Permission.Read)]
internal sealed class IndexModel(IntranetDb db, CurrentUser user, BusinessDay day, IEnumerable<IPartnerBriefing> briefings) : PageModel
{
    public Meeting Meeting { get; private set; } = null!;

    /// <summary>The last meeting held with them before this one.</summary>
    public (int Id, DateOnly On, bool IsApproximate)? Last { get; private set; }
    public IReadOnlyList<BriefingSection> Sections { get; private set; } = [];
    public DateOnly Today => day.Today;
    public string Reader => user.Name;

    public IEnumerable<Subject> Linked(LinkRole role) => Meeting.Subject.Links.Where(l => l.Role == role).Select(l => l.To).OrderBy(s => s.Title, StringComparer.CurrentCulture);

    public async Task<IActionResult> OnGetAsync(int id)
    {
        var cancellation = HttpContext.RequestAborted;
        var meeting = await db.Set<Meeting>().AsNoTracking().AsSplitQuery().Include(m => m.Kind).Include(m => m.Participants).Include(m => m.Agenda).ThenInclude(l => l.OwnerPost).Include(m => m.Subject.Links).ThenInclude(l => l.To)
            .InScope(db, user).FirstOrDefaultAsync(m => m.Id == id, cancellation);
        if (meeting is null)
            return NotFound();
        Meeting = meeting;
        var partners = Linked(LinkRole.Partner).Select(p => p.Id).ToList();
        var last = await db.Set<Meeting>().AsNoTracking().InScope(db, user)
            .Where(m => m.Id != id && m.On <= meeting.On && m.HeldOn != null && m.CancelledOn == null && m.Subject.Links.Any(l => l.Role == LinkRole.Partner && partners.Contains(l.ToId)))
            .OrderByDescending(m => m.On).ThenByDescending(m => m.Id).Select(m => new { m.Id, m.On, m.IsApproximate }).FirstOrDefaultAsync(cancellation);
        Last = last is null ? null : (last.Id, last.On, last.IsApproximate);
        var request = new BriefingRequest(partners, last?.On, Today);
        List<BriefingSection> sections = [];
        foreach (var briefing in briefings.OrderBy(b => b.Order))
            sections.AddRange(await briefing.ReadAsync(db, user, request, cancellation));
        Sections = sections;
        return Page();
    }
}
