using System.ComponentModel.DataAnnotations;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Intranet.Conventions.Pages.Conventions.Ending;

/// <summary>Its end has passed and it is applied all the same: since when, accepted by whom, why.</summary>
[Allow(Permission.DecideConventions)]
internal sealed class ProlongationModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
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
        Input = new InputModel { AcceptedSince = Convention.AcceptedSince ?? Convention.FinalEnd?.AddDays(1), AcceptedBy = Convention.AcceptedBy, AcceptedReason = Convention.AcceptedReason };
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
            Convention.AcceptExpired(Input.AcceptedSince!.Value, Input.AcceptedBy!, Input.AcceptedReason!, day.Today);
            await db.SaveChangesAsync();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        TempData["Toast"] = "La convention est notée comme appliquée après son terme.";
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
        [Display(Name = "Appliquée depuis le")]
        [Required]
        public DateOnly? AcceptedSince { get; set; }

        [Display(Name = "Accepté par")]
        [Required]
        [StringLength(200)]
        [NoIdentity]
        public string? AcceptedBy { get; set; }

        [Display(Name = "Raison")]
        [Required]
        [StringLength(1000)]
        [NoIdentity]
        public string? AcceptedReason { get; set; }
    }
}
