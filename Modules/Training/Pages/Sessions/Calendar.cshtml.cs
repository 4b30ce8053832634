using System.Text;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Training.Pages.Sessions;

/// <summary>The half-days as a file for a calendar: for those enrolled, and whoever answers for a team.</summary>
[Allow(Permission.Read)]
internal sealed class CalendarModel(IntranetDb db, CurrentUser user, BusinessDay day, TimeProvider clock, HouseAddress house) : PageModel
{
    public async Task<IActionResult> OnGetAsync(int id)
    {
        var (person, teams) = (user.PersonId ?? 0, db.ManagedTeams(user, day.Today));
        var session = await db.Set<TrainingSession>().AsNoTracking().Include(s => s.Slots)
            .FirstOrDefaultAsync(s => s.Id == id && (teams.Any() || s.Enrolments.Any(e => e.PersonId == person && e.WithdrawnOn == null && e.RefusedOn == null)), HttpContext.RequestAborted);
        if (session is null)
            return NotFound();
        var file = CalendarFile.Write(CalendarMethod.Publish, SessionCalendar.Events(session, house, session.Version), clock.GetUtcNow().UtcDateTime);
        return File(Encoding.UTF8.GetBytes(file), CalendarFile.Type, $"formation-{id}.ics");
    }
}
