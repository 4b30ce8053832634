using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Intranet.Conventions.Pages.Conventions.Amending;

/// <summary>The project of amendment goes no further; it stays on the list.</summary>
[Allow(Permission.WriteConventions)]
internal sealed class AbandonModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    public Convention Convention { get; private set; } = null!;
    public Amendment Amendment { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int id, int number) => await FindAsync(id, number) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(int id, int number)
    {
        if (!await FindAsync(id, number))
            return NotFound();
        try
        {
            Amendment.Abandon(day.Today);
            db.Touch(Convention);
            await db.SaveChangesAsync();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        TempData["Toast"] = $"Projet d’avenant n° {number} abandonné.";
        return LocalRedirect($"/conventions/{id}/signataires");
    }

    private async Task<bool> FindAsync(int id, int number)
    {
        if (await db.FindAmendedAsync(user, id) is not { } convention || convention.Amendments.FirstOrDefault(a => a.Number == number) is not { } amendment)
            return false;
        (Convention, Amendment) = (convention, amendment);
        return true;
    }
}
