using System.ComponentModel.DataAnnotations;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Intranet.Conventions.Pages.Conventions;

/// <summary>The text leaves for signature.</summary>
[Allow(Permission.WriteConventions)]
internal sealed class SendingModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public Convention Convention { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (await db.FindAsync(user, id) is not { } convention)
            return NotFound();
        Convention = convention;
        Input.On = day.Today;
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
            convention.SendForSignature(Input.On!.Value);
            await db.SaveChangesAsync();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        TempData["Toast"] = "Envoyée à la signature.";
        return LocalRedirect($"/conventions/{id}");
    }

    public sealed class InputModel
    {
        [Display(Name = "Le")]
        [Required]
        public DateOnly? On { get; set; }
    }
}
