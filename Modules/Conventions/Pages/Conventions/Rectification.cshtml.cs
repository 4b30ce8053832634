using System.ComponentModel.DataAnnotations;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Conventions.Pages.Conventions;

/// <summary>A signed convention that was typed wrong: the same fields, with a reason that stays in the history.</summary>
[Allow(Permission.DecideConventions)]
internal sealed class RectificationModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel, IFormPage
{
    [BindProperty]
    public ConventionInput Input { get; set; } = new();

    [BindProperty]
    public ReasonModel Why { get; set; } = new();

    [BindProperty(Name = "cherche")]
    public string? Search { get; set; }

    public Convention Convention { get; private set; } = null!;
    public ConventionChoices Choices { get; private set; } = null!;
    public FormConflict? Conflict { get; private set; }
    public bool IsFrozen => false;

    /// <summary>Signatories keep each a day of their own.</summary>
    public bool IsSignedAsAWhole => Convention.Signatories.Count == 0;

    public bool IsAmended => Convention.Amendments.Any(a => a.Holds);

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (!await FindAsync(id))
            return NotFound();
        if (Convention.SignedOn is null)
            return LocalRedirect($"/conventions/{id}/modifier");
        (Input, Why) = (ConventionInput.From(Convention), new ReasonModel { SignedOn = Convention.SignedOn });
        await OfferAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id)
    {
        if (!await FindAsync(id))
            return NotFound();
        await OfferAsync();
        if (this.AsksAgain())
            return Page();
        if (this.AsksAgain("usages"))
        {
            this.Adopt(Input, Choices);
            return Page();
        }
        if (!ModelState.IsValid)
            return this.Invalid();
        try
        {
            Choices.Check(Input);
            db.Expect(Convention, Input.Version);
            Convention.Rectify(Why.Reason!);
            if (IsSignedAsAWhole && Why.SignedOn is { } on)
                Convention.RectifySignature(on, Input.TextDate, day.Today);
            Input.Write(Convention);
            await db.SaveChangesAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            await FindAsync(id);
            Conflict = await FormConflict.BetweenAsync(this, db, id, Input, ConventionInput.From(Convention),
                (nameof(Input.KindId), Choices.Kinds), (nameof(Input.Establishments), Choices.Establishments),
                (nameof(Input.OwnerPostId), Choices.OwnPosts), (nameof(Input.CounterpartPostId), Choices.TheirPosts));
            return Page();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        TempData["Toast"] = "Convention rectifiée. La raison est dans l’historique.";
        return LocalRedirect($"/conventions/{id}");
    }

    private async Task OfferAsync() => Choices = await ConventionChoices.ReadAsync(db, user, day.Today, Input,
        [.. Convention.Subject.Links.Where(l => l.Role == LinkRole.Establishment).Select(l => l.ToId)], Search);

    private async Task<bool> FindAsync(int id)
    {
        if (await db.FindAmendedAsync(user, id) is not { } convention)
            return false;
        Convention = convention;
        return true;
    }

    public sealed class ReasonModel
    {
        [Display(Name = "Erreur rectifiée")]
        [Required]
        [StringLength(900)]
        [NoIdentity]
        public string? Reason { get; set; }

        [Display(Name = "Dernière signature le")]
        public DateOnly? SignedOn { get; set; }
    }
}
