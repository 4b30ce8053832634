using System.ComponentModel.DataAnnotations;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Intranet.Conventions.Pages.Conventions;

/// <summary>The text goes round for signature; the direction records the day of the last one.</summary>
[Allow(Permission.WriteConventions)]
internal sealed class SignatureModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public Convention Convention { get; private set; } = null!;
    public bool CanSign => user.May(Permission.DecideConventions);

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (await db.FindAsync(user, id) is not { } convention)
            return NotFound();
        Convention = convention;
        Input = new InputModel { TextDate = convention.TextDate };
        return Page();
    }

    /// <summary>The text leaves for signature.</summary>
    public Task<IActionResult> OnPostSendAsync(int id) => Write(id, "Envoyée à la signature.", c => c.SendForSignature(day.Today));

    /// <summary>Everybody has signed.</summary>
    public async Task<IActionResult> OnPostAsync(int id) => !CanSign ? Forbid()
        : await Write(id, "Signature enregistrée.", c => c.Sign(Input.SignedOn ?? throw new BrokenRuleException("Indiquez le jour de la dernière signature.", nameof(InputModel.SignedOn)), Input.TextDate, day.Today));

    private async Task<IActionResult> Write(int id, string toast, Action<Convention> fact)
    {
        if (await db.FindAsync(user, id) is not { } convention)
            return NotFound();
        Convention = convention;
        if (!ModelState.IsValid)
            return this.Invalid();
        try
        {
            fact(convention);
            await db.SaveChangesAsync();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        TempData["Toast"] = toast;
        return LocalRedirect($"/conventions/{id}");
    }

    public sealed class InputModel
    {
        [Display(Name = "Date du texte")]
        public DateOnly? TextDate { get; set; }

        [Display(Name = "Dernière signature le")]
        public DateOnly? SignedOn { get; set; }
    }
}
