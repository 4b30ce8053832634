using System.ComponentModel.DataAnnotations;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Intranet.Conventions.Pages.Conventions;

/// <summary>Everybody has signed: the direction records the day of the last signature.</summary>
[Allow(Permission.DecideConventions)]
internal sealed class SignatureModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public Convention Convention { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (await db.FindAsync(user, id) is not { } convention)
            return NotFound();
        if (convention.Signatories.Count > 0)
            return LocalRedirect($"/conventions/{id}/signataires");
        Convention = convention;
        Input = new InputModel { TextDate = convention.TextDate };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id)
    {
        if (await db.FindAsync(user, id) is not { } convention)
            return NotFound();
        Convention = convention;
        if (!ModelState.IsValid)
            return this.Invalid();
        try
        {
            convention.Sign(Input.SignedOn!.Value, Input.TextDate, day.Today);
            await db.SaveChangesAsync();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        TempData["Toast"] = "Signature enregistrée.";
        return LocalRedirect($"/conventions/{id}");
    }

    public sealed class InputModel
    {
        [Display(Name = "Date du texte")]
        public DateOnly? TextDate { get; set; }

        [Display(Name = "Dernière signature le")]
        [Required]
        public DateOnly? SignedOn { get; set; }
    }
}
