using System.ComponentModel.DataAnnotations;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Intranet.Conventions.Pages.Conventions.Signing;

/// <summary>Who has the next move in the negotiation, and since when.</summary>
[Allow(Permission.WriteConventions)]
internal sealed class BallModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
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
        Input = new InputModel { Ball = convention.Ball is Ball.Ours ? Ball.Theirs : Ball.Ours, BallSince = day.Today };
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
            convention.Pass(Input.Ball!.Value, Input.BallSince!.Value, day.Today);
            await db.SaveChangesAsync();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        TempData["Toast"] = $"À jouer : {Labels.Of(convention.Ball!.Value).ToLowerInvariant()}, depuis le {French.Date(convention.BallSince!.Value)}.";
        return LocalRedirect($"/conventions/{id}/signataires");
    }

    public sealed class InputModel
    {
        [Display(Name = "La balle est")]
        [Required]
        public Ball? Ball { get; set; }

        [Display(Name = "Depuis le")]
        [Required]
        public DateOnly? BallSince { get; set; }
    }
}
