using System.ComponentModel.DataAnnotations;
using Intranet.Shared;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Conventions.Pages.Conventions.Amending;

/// <summary>Both sides signed the amendment: from its day on the convention reads as amended.</summary>
[Allow(Permission.DecideConventions)]
internal sealed class SignModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public Convention Convention { get; private set; } = null!;
    public Amendment Amendment { get; private set; } = null!;
    public IReadOnlyList<AmendmentEffect> Effects { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int id, int number)
    {
        if (!await FindAsync(id, number))
            return NotFound();
        Input.Version = Convention.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id, int number)
    {
        if (!await FindAsync(id, number))
            return NotFound();
        if (!ModelState.IsValid)
            return this.Invalid();
        try
        {
            db.Expect(Convention, Input.Version);
            Convention.SignAmendment(Amendment, Input.SignedOn!.Value, day.Today);
            db.Touch(Convention);
            await db.SaveChangesAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            await FindAsync(id, number);
            Input.Version = Convention.Version;
            ModelState.Clear();
            ModelState.AddModelError("", "La convention ou l’avenant viennent de changer. Relisez ce que l’avenant change, puis enregistrez de nouveau la signature si elle vaut pour ce texte.");
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        TempData["Toast"] = $"Avenant n° {number} signé, avec effet au {French.Date(Amendment.EffectOn)}.";
        return LocalRedirect($"/conventions/{id}/avenants/{number}");
    }

    private async Task<bool> FindAsync(int id, int number)
    {
        if (await db.FindAmendedAsync(user, id) is not { } convention || convention.Amendments.FirstOrDefault(a => a.Number == number) is not { } amendment)
            return false;
        (Convention, Amendment, Effects) = (convention, amendment, AmendmentWords.Effects(convention, amendment));
        return true;
    }

    public sealed class InputModel
    {
        [Display(Name = "Dernière signature le")]
        [Required]
        public DateOnly? SignedOn { get; set; }

        /// <summary>Of the convention whose amendment was read.</summary>
        public int Version { get; set; }
    }
}
