using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Meetings.Pages.Rounds;

/// <summary>A sheet for each house of a round: who comes, what we have to show, when we last met.</summary>
[Allow(Permission.Read)]
internal sealed class BriefingModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    private const int MostMeetings = 3;

    public RoundRow Round { get; private set; } = null!;
    public IReadOnlyList<LegRow> Legs { get; private set; } = [];
    public ILookup<int, OfferedService> Services { get; private set; } = Array.Empty<OfferedService>().ToLookup(s => s.EstablishmentId);

    /// <summary>Last meetings of the visitor with each house, latest first.</summary>
    public ILookup<int, LastMeeting> Last { get; private set; } = Array.Empty<LastMeeting>().ToLookup(m => m.HouseId);
    public DateOnly Today => day.Today;
    public string Reader => user.Name;

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (await db.Set<VisitRound>().InScope(db, user).Where(r => r.Id == id).Rows().FirstOrDefaultAsync(HttpContext.RequestAborted) is not { } round)
            return NotFound();
        Round = round;
        Legs = [.. (await db.LegsOf(user, id).ToListAsync(HttpContext.RequestAborted)).Where(l => l.CancelledOn is null)];
        var houses = Legs.Select(l => l.HouseId).ToList();
        Services = (await OfferedServices.On(db, Today).Where(s => houses.Contains(s.EstablishmentId)).ToListAsync(HttpContext.RequestAborted)).ToLookup(s => s.EstablishmentId);
        var meetings = from m in db.Set<Meeting>().AsNoTracking().InScope(db, user)
                       where m.HeldOn != null && m.CancelledOn == null && m.Subject.Links.Any(l => l.Role == LinkRole.Partner && l.ToId == round.PartnerId)
                       from link in m.Subject.Links
                       where link.Role == LinkRole.Establishment && houses.Contains(link.ToId)
                       orderby m.On descending, m.Id descending
                       select new LastMeeting(link.ToId, m.Title, m.Kind.Label, m.On, m.IsApproximate);
        Last = (await meetings.ToListAsync(HttpContext.RequestAborted)).GroupBy(m => m.HouseId).SelectMany(g => g.Take(MostMeetings)).ToLookup(m => m.HouseId);
        return Page();
    }

    internal sealed record LastMeeting(int HouseId, string Title, string Kind, DateOnly On, bool IsApproximate);
}
