using System.ComponentModel.DataAnnotations;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Intranet.Conventions.Pages.Conventions.Signing;

/// <summary>One signatory won't sign this text: it goes back to negotiation.</summary>
[Allow(Permission.WriteConventions)]
internal sealed class RefusalModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public Convention Convention { get; private set; } = null!;
    public SignatoryLine Line { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int id, int signatory)
    {
        if (!await FindAsync(id, signatory))
            return NotFound();
        Input.RefusedOn = day.Today;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id, int signatory)
    {
        if (!await FindAsync(id, signatory))
            return NotFound();
        if (!ModelState.IsValid)
            return this.Invalid();
        try
        {
            Convention.Refuse(Line.Signatory, Input.RefusedOn!.Value, Input.RefusedReason!, day.Today);
            db.Touch(Convention);
            await db.SaveChangesAsync();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        TempData["Toast"] = "Refus enregistré : le texte revient en négociation, chez nous.";
        return LocalRedirect($"/conventions/{id}/signataires");
    }

    private async Task<bool> FindAsync(int id, int signatory)
    {
        if (await db.FindAsync(user, id) is not { } convention || convention.Signatories.All(s => s.Id != signatory))
            return false;
        Convention = convention;
        Line = (await SignatoryLine.ReadAsync(db, convention, HttpContext.RequestAborted)).First(l => l.Signatory.Id == signatory);
        return true;
    }

    public sealed class InputModel
    {
        [Display(Name = "Refusé le")]
        [Required]
        public DateOnly? RefusedOn { get; set; }

        [Display(Name = "Raison")]
        [Required]
        [StringLength(1000)]
        [NoIdentity]
        public string? RefusedReason { get; set; }
    }
}
