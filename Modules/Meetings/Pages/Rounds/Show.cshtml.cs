using Intranet.Shared;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Meetings.Pages.Rounds;

/// <summary>A round: its stops in the order of the day.</summary>
[Allow(Permission.Read)]
internal sealed class ShowModel(IntranetDb db, CurrentUser user, BusinessDay day, TimeProvider clock) : PageModel
{
    public RoundRow Round { get; private set; } = null!;
    public IReadOnlyList<LegRow> Legs { get; private set; } = [];
    public DateOnly Today => day.Today;

    /// <summary>Stops at houses out of the reader's scope.</summary>
    public int Hidden => Round.Legs - Legs.Count;
    public bool CanWrite => MayWrite && Round.On >= Today;
    private bool MayWrite => user.May(Permission.WriteMeetings) && Hidden == 0;

    public async Task<IActionResult> OnGetAsync(int id) => await ReadAsync(id) ? Page() : NotFound();

    /// <summary>The draft becomes a round to which people are invited, or of which nobody is told.</summary>
    public async Task<IActionResult> OnPostAnnounceAsync(int id, int version, bool tell = true)
    {
        if (!await ReadAsync(id))
            return NotFound();
        if (!MayWrite)
            return Forbid();
        if (!CanWrite)
        {
            TempData["Toast"] = "Cette tournée est passée.";
            return LocalRedirect($"/rencontres/tournees/{id}");
        }
        try
        {
            var (round, now) = ((await RoundWriting.FindAsync(db, user, id))!, clock.GetUtcNow().UtcDateTime);
            db.Expect(round, version);
            foreach (var leg in round.Legs.Where(l => l.State == MeetingState.Draft))
            {
                leg.Announce(day.Today);
                await Telling.SettleAsync(db, leg, tell, now, HttpContext.RequestAborted);
            }
            db.Touch(round);
            await db.SaveChangesAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            await ReadAsync(id);
            ModelState.AddModelError("", "Cette tournée a changé entre-temps\u00a0: la voici. Elle n’est pas annoncée\u00a0; vérifiez, puis recommencez.");
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }
        TempData["Toast"] = tell ? "Tournée annoncée. Les invitations partent dans dix minutes." : "Tournée planifiée. Personne n’est prévenu.";
        return LocalRedirect($"/rencontres/tournees/{id}");
    }

    private async Task<bool> ReadAsync(int id)
    {
        if (await db.Set<VisitRound>().InScope(db, user).Where(r => r.Id == id).Rows().FirstOrDefaultAsync(HttpContext.RequestAborted) is not { } round)
            return false;
        Round = round;
        Legs = await db.LegsOf(user, id).ToListAsync(HttpContext.RequestAborted);
        return true;
    }
}
