using System.ComponentModel.DataAnnotations;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Experts.Pages.Experts;

/// <summary>Not to be asked until a day; no reason is asked.</summary>
[Allow(Permission.Read)]
internal sealed class PauseModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public Expert Expert { get; private set; } = null!;
    public FormConflict? Conflict { get; private set; }

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (await FindAsync(id) is { } refusal)
            return refusal;
        Input = Filled();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id)
    {
        if (await FindAsync(id) is { } refusal)
            return refusal;
        if (!ModelState.IsValid)
            return this.Invalid();
        try
        {
            db.Expect(Expert, Input.Version);
            Expert.Pause(Input.UnavailableUntil, day.Today);
            await db.SaveChangesAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            if (await FindAsync(id) is { } gone)
                return gone;
            Conflict = await FormConflict.BetweenAsync(this, db, id, Input, Filled());
            return Page();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        TempData["Toast"] = Input.UnavailableUntil is { } until ? $"Indisponible jusqu’au {French.Date(until)}." : "De nouveau disponible.";
        return LocalRedirect($"/experts/{id}");
    }

    private InputModel Filled() => new() { UnavailableUntil = Expert.UnavailableUntil >= day.Today ? Expert.UnavailableUntil : null, Version = Expert.Version };

    private async Task<IActionResult?> FindAsync(int id)
    {
        if (await db.FindAsync(user, id, day.Today, HttpContext.RequestAborted) is not var (expert, rights) || expert is null)
            return NotFound();
        Expert = expert;
        return rights.MayEdit ? null : Forbid();
    }

    public sealed class InputModel : IVersionedInput
    {
        [Display(Name = "Indisponible jusqu’au")]
        public DateOnly? UnavailableUntil { get; set; }

        public int Version { get; set; }
    }
}
