using System.ComponentModel.DataAnnotations;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Intranet.Conventions.Pages.Conventions;

/// <summary>The project goes no further; the record stays.</summary>
[Allow(Permission.WriteConventions)]
internal sealed class AbandonmentModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public Convention Convention { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (await db.FindAsync(user, id) is not { } convention)
            return NotFound();
        Convention = convention;
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
            convention.Abandon(day.Today, Input.Reason!);
            await db.SaveChangesAsync();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        TempData["Toast"] = "Projet abandonné.";
        return LocalRedirect($"/conventions/{id}");
    }

    public sealed class InputModel
    {
        [Display(Name = "Raison")]
        [Required]
        [StringLength(1000)]
        [NoIdentity]
        public string? Reason { get; set; }
    }
}
