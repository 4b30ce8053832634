using System.ComponentModel.DataAnnotations;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Meetings.Pages.Rounds;

/// <summary>The day is off: every stop left is called off.</summary>
[Allow(Permission.WriteMeetings)]
internal sealed class CancellationModel(IntranetDb db, CurrentUser user, BusinessDay day, TimeProvider clock) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public int Id { get; private set; }
    public string Name { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(int id) => await FindAsync(id) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(int id)
    {
        if (await FindAsync(id) is not { } round)
            return NotFound();
        if (!ModelState.IsValid)
            return this.Invalid();
        try
        {
            var now = clock.GetUtcNow().UtcDateTime;
            foreach (var leg in round.Legs.Where(l => l.IsOpen && l.HeldOn is null))
            {
                leg.Cancel(day.Today, Input.Reason!);
                await Telling.AskAsync(db, leg, now);
            }
            await db.SaveChangesAsync();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        TempData["Toast"] = "Tournée annulée.";
        return LocalRedirect($"/rencontres/tournees/{id}");
    }

    private async Task<VisitRound?> FindAsync(int id)
    {
        var round = await RoundWriting.FindAsync(db, user, id);
        (Id, Name) = (id, round?.Title ?? "");
        // A stop out of the writer's scope is not theirs to call off.
        var houses = db.Subjects.Where(s => s.LinkedFrom.Any(l => l.FromId == id && l.Role == LinkRole.Establishment));
        var own = houses.OwnedBy(db, user).Select(s => s.Id);
        return round is not null && await houses.AnyAsync(h => !own.Contains(h.Id)) ? null : round;
    }

    public sealed class InputModel
    {
        [Display(Name = "Raison"), Required, StringLength(1000), NoIdentity]
        public string? Reason { get; set; }
    }
}
