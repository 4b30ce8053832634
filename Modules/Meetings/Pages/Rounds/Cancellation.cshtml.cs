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

    [BindProperty]
    [Display(Name = "Prévenir les participants")]
    public bool Tell { get; set; } = true;

    public int Id { get; private set; }
    public string Name { get; private set; } = "";
    public FormConflict? Conflict { get; private set; }

    /// <summary>The stops that are called off.</summary>
    public IReadOnlyCollection<int> Left { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (await FindAsync(id) is not { } round)
            return NotFound();
        Input.Version = round.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id)
    {
        if (await FindAsync(id) is not { } round)
            return NotFound();
        if (!ModelState.IsValid)
            return this.Invalid();
        try
        {
            db.Expect(round, Input.Version);
            var (now, leaves) = (clock.GetUtcNow().UtcDateTime, false);
            foreach (var leg in round.Legs.Where(IsLeft))
            {
                leg.Cancel(day.Today, Input.Reason!);
                leaves |= await Telling.SettleAsync(db, leg, Tell, now, HttpContext.RequestAborted);
            }
            db.Touch(round);
            await db.SaveChangesAsync();
            TempData["Toast"] = $"Tournée annulée.{Meetings.TellWords.After(leaves)}";
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            if (await FindAsync(id) is not { } stored)
                return NotFound();
            Conflict = await FormConflict.BetweenAsync(this, db, id, Input, new InputModel { Reason = Input.Reason, Version = stored.Version });
            return Page();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        return LocalRedirect($"/rencontres/tournees/{id}");
    }

    private async Task<VisitRound?> FindAsync(int id)
    {
        var round = await RoundWriting.FindAsync(db, user, id);
        (Id, Name, Left) = (id, round?.Title ?? "", [.. round?.Legs.Where(IsLeft).Select(l => l.Id) ?? []]);
        // A stop out of the writer's scope is not theirs to call off.
        var houses = db.Subjects.Where(s => s.LinkedFrom.Any(l => l.FromId == id && l.Role == LinkRole.Establishment));
        var own = houses.OwnedBy(db, user).Select(s => s.Id);
        return round is not null && await houses.AnyAsync(h => !own.Contains(h.Id)) ? null : round;
    }

    private static bool IsLeft(Meeting leg) => leg.IsOpen && leg.HeldOn is null;

    public sealed class InputModel : IVersionedInput
    {
        [Display(Name = "Raison"), Required, StringLength(1000), NoIdentity]
        public string? Reason { get; set; }

        public int Version { get; set; }
    }
}
