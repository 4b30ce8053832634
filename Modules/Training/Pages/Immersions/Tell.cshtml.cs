using System.ComponentModel.DataAnnotations;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Training.Pages.Immersions;

/// <summary>What came of an immersion, in a few lines; written by who went, who received, or who writes immersions.</summary>
[Allow(Permission.Read)]
internal sealed class TellModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public Immersion Immersion { get; private set; } = null!;
    public FormConflict? Conflict { get; private set; }

    public static bool May(CurrentUser user, Immersion immersion) => user.May(Permission.WriteMeetings) || (user.PersonId is { } me && (immersion.PersonId == me || immersion.TutorId == me));

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (!await FindAsync(id))
            return NotFound();
        if (!May(user, Immersion))
            return Forbid();
        Input = Filled();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id)
    {
        if (!await FindAsync(id))
            return NotFound();
        if (!May(user, Immersion))
            return Forbid();
        if (!ModelState.IsValid)
            return this.Invalid();
        try
        {
            db.Expect(Immersion, Input.Version);
            Immersion.Tell(Immersion.ReturnedOn ?? day.Today, Input.Return!);
            await db.SaveChangesAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            if (!await FindAsync(id))
                return NotFound();
            Conflict = await FormConflict.BetweenAsync(this, db, id, Input, Filled());
            return Page();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        TempData["Toast"] = "Retour enregistré.";
        return LocalRedirect($"/formations/immersions/{id}");
    }

    private InputModel Filled() => new() { Return = Immersion.Return, Version = Immersion.Version };

    private async Task<bool> FindAsync(int id)
    {
        var immersion = await db.Immersions(user).Include(i => i.Subject).Include(i => i.Person).Include(i => i.Partner).FirstOrDefaultAsync(i => i.Id == id && i.CancelledOn == null);
        if (immersion is null)
            return false;
        Immersion = immersion;
        return true;
    }

    public sealed class InputModel : IVersionedInput
    {
        [Display(Name = "Retour"), Required, StringLength(2000), NoIdentity]
        public string? Return { get; set; }

        public int Version { get; set; }
    }
}
