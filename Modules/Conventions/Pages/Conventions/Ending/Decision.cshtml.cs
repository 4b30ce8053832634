using System.ComponentModel.DataAnnotations;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Intranet.Conventions.Pages.Conventions.Ending;

/// <summary>Both sides will go on: the direction decides the renewal.</summary>
[Allow(Permission.DecideConventions)]
internal sealed class DecisionModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
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
        Input.RenewalDecidedOn = Convention.RenewalDecidedOn ?? day.Today;
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
            Convention.DecideRenewal(Input.RenewalDecidedOn, day.Today);
            await db.SaveChangesAsync();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        TempData["Toast"] = Convention.RenewalDecidedOn is null ? "Le renouvellement n’est plus noté comme décidé." : Facts.HasSuccessor ? "Renouvellement décidé." : "Renouvellement décidé. Préparez la convention qui suit : elle est préremplie.";
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
        [Display(Name = "Décidé le")]
        public DateOnly? RenewalDecidedOn { get; set; }
    }
}
