using System.ComponentModel.DataAnnotations;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Intranet.Conventions.Pages.Conventions;

/// <summary>A notice was received, by us or by them.</summary>
[Allow(Permission.DecideConventions)]
internal sealed class NoticeModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public Convention Convention { get; private set; } = null!;
    public DateOnly Today => day.Today;

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (await db.FindAsync(user, id) is not { } convention)
            return NotFound();
        Convention = convention;
        Input.NoticeReceivedOn = day.Today;
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
            convention.Denounce(Input.NoticeReceivedOn!.Value, Input.ByPartner, day.Today);
            await db.SaveChangesAsync();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        TempData["Toast"] = $"Préavis enregistré : la convention prend fin le {French.Date(convention.FinalEnd!.Value)}.";
        return LocalRedirect($"/conventions/{id}");
    }

    public sealed class InputModel
    {
        [Display(Name = "Préavis reçu le")]
        [Required]
        public DateOnly? NoticeReceivedOn { get; set; }

        [Display(Name = "Donné par le partenaire")]
        public bool ByPartner { get; set; }
    }
}
