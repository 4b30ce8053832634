using System.ComponentModel.DataAnnotations;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Conventions.Pages.Conventions.FollowUp;

/// <summary>One side's signature of a review: ours is the direction's to record, the partner's anybody's who follows the convention.</summary>
[Allow(Permission.WriteConventions)]
internal sealed class ReviewSignatureModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public Convention Convention { get; private set; } = null!;
    public AnnualReview Review { get; private set; } = null!;

    /// <summary>The sides that haven't signed and that the reader may record.</summary>
    public IReadOnlyList<SelectListItem> Sides => [.. Enum.GetValues<Side>()
        .Where(s => s == Side.Ours ? Review.SignedByUsOn is null && user.May(Permission.DecideConventions) : Review.SignedByPartnerOn is null)
        .Select(s => new SelectListItem(Labels.Of(s), s.ToString()))];

    public async Task<IActionResult> OnGetAsync(int id, int year)
    {
        if (!await FindAsync(id, year))
            return NotFound();
        Input.On = day.Today;
        Input.Side = Sides.Count > 0 ? Enum.Parse<Side>(Sides[0].Value) : null;
        Input.By = Input.Side == Side.Ours ? user.Name : "";
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id, int year)
    {
        if (!await FindAsync(id, year))
            return NotFound();
        if (!ModelState.IsValid)
            return this.Invalid();
        if (Input.Side == Side.Ours && !user.May(Permission.DecideConventions))
            return Forbid();
        try
        {
            Review.Sign(Input.Side == Side.Ours, Input.On!.Value, Input.By ?? "", day.Today);
            await db.SaveChangesAsync();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        TempData["Toast"] = Review.IsSigned ? "Bilan signé des deux côtés." : "Signature enregistrée.";
        return LocalRedirect($"/conventions/{id}/bilans/{year}");
    }

    private async Task<bool> FindAsync(int id, int year)
    {
        if (await db.FindAsync(user, id) is not { } convention)
            return false;
        await db.Entry(convention).Collection(c => c.Reviews).Query().Where(r => r.Year == year).LoadAsync();
        if (convention.Reviews.SingleOrDefault() is not { } review)
            return false;
        (Convention, Review) = (convention, review);
        return true;
    }

    public enum Side
    {
        [Display(Name = "Pour nous")] Ours = 1,
        [Display(Name = "Pour le partenaire")] Partner = 2,
    }

    public sealed class InputModel
    {
        [Display(Name = "Côté")]
        [Required]
        public Side? Side { get; set; }

        [Display(Name = "Signé le")]
        [Required]
        public DateOnly? On { get; set; }

        [Display(Name = "Signé par")]
        [Required]
        [StringLength(200)]
        [NoIdentity]
        public string? By { get; set; }
    }
}
