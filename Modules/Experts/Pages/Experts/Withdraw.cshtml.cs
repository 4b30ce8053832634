using Intranet.Shared;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Experts.Pages.Experts;

/// <summary>Out of the network, or back in it; what was answered stays.</summary>
[Allow(Permission.Read)]
internal sealed class WithdrawModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    [BindProperty]
    public int Version { get; set; }

    public Expert Expert { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (await FindAsync(id) is { } refusal)
            return refusal;
        Version = Expert.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id)
    {
        if (await FindAsync(id) is { } refusal)
            return refusal;
        var isBack = Expert.WithdrawnOn is not null;
        try
        {
            db.Expect(Expert, Version);
            if (isBack)
                Expert.ComeBack();
            else
                Expert.Withdraw(day.Today);
            await db.SaveChangesAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            if (await FindAsync(id) is { } gone)
                return gone;
            Version = Expert.Version;
            ModelState.Clear();
            ModelState.AddModelError("", "Cette fiche a changé entre-temps\u00a0: relisez, puis recommencez.");
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }
        TempData["Toast"] = isBack ? "De retour dans le réseau." : "Fiche retirée du réseau.";
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
