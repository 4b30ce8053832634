using System.ComponentModel.DataAnnotations;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Intranet.Conventions.Pages.Conventions.Ending;

/// <summary>The file of the renewal left: the working date of an express renewal.</summary>
[Allow(Permission.WriteConventions)]
internal sealed class RequestModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public Convention Convention { get; private set; } = null!;
    public ConventionFacts Facts { get; private set; } = null!;
    public DateOnly Today => day.Today;

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (!await FindAsync(id))
            return NotFound();
        Input.RequestedOn = Convention.RequestedOn ?? day.Today;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id)
    {
        if (!await FindAsync(id))
            return NotFound();
        if (!ModelState.IsValid)
            return this.Invalid();
        try
        {
            Convention.Request(Input.RequestedOn, day.Today);
            await db.SaveChangesAsync();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        TempData["Toast"] = Convention.RequestedOn is { } on ? $"Renouvellement demandé le {French.Date(on)}." : "Le renouvellement n’est plus noté comme demandé.";
        return LocalRedirect($"/conventions/{id}");
    }

    private async Task<bool> FindAsync(int id)
    {
        if (await db.FindAsync(user, id) is not { } convention || await ConventionHead.ReadAsync(db, user, day.Today, id, "") is not { } head)
            return false;
        (Convention, Facts) = (convention, head.Facts);
        return true;
    }

    public sealed class InputModel
    {
        [Display(Name = "Renouvellement demandé le")]
        public DateOnly? RequestedOn { get; set; }
    }
}
