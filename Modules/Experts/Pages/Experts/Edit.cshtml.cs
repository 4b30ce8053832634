using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Experts.Pages.Experts;

/// <summary>What is offered, where, how often.</summary>
[Allow(Permission.Read)]
internal sealed class EditModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    [BindProperty]
    public OfferInput Input { get; set; } = new();

    public Expert Expert { get; private set; } = null!;
    public FormConflict? Conflict { get; private set; }

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (await FindAsync(id) is { } refusal)
            return refusal;
        Input = OfferInput.Of(Expert);
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
            Input.Apply(Expert);
            await db.SaveChangesAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            if (await FindAsync(id) is { } gone)
                return gone;
            Conflict = await FormConflict.BetweenAsync(this, db, id, Input, OfferInput.Of(Expert));
            return Page();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        TempData["Toast"] = "Fiche enregistrée.";
        return LocalRedirect($"/experts/{id}");
    }

    private async Task<IActionResult?> FindAsync(int id)
    {
        if (await db.FindAsync(user, id, day.Today, HttpContext.RequestAborted) is not var (expert, rights) || expert is null)
            return NotFound();
        Expert = expert;
        return rights.MayEdit ? null : Forbid();
    }
}
