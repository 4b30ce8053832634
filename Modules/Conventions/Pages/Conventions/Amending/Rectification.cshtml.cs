using System.ComponentModel.DataAnnotations;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Conventions.Pages.Conventions.Amending;

/// <summary>A signed amendment that was typed wrong: the same fields, with a reason that stays in the history.</summary>
[Allow(Permission.DecideConventions)]
internal sealed class RectificationModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel, IAmendmentForm
{
    [BindProperty]
    public AmendmentInput Input { get; set; } = new();

    [BindProperty]
    public ReasonModel Why { get; set; } = new();

    [BindProperty(Name = "cherche")]
    public string? Search { get; set; }

    public Convention Convention { get; private set; } = null!;
    public Amendment Amendment { get; private set; } = null!;
    public AmendmentChoices Choices { get; private set; } = null!;
    public ConventionReading Before { get; private set; } = null!;
    public FormConflict? Conflict { get; private set; }
    public string Back => $"/conventions/{Convention.Id}/avenants/{Amendment.Number}";

    public async Task<IActionResult> OnGetAsync(int id, int number)
    {
        if (!await FindAsync(id, number))
            return NotFound();
        if (!Amendment.Holds)
            return LocalRedirect(Back);
        (Input, Why) = (AmendmentInput.From(Amendment), new ReasonModel { SignedOn = Amendment.SignedOn });
        await OfferAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id, int number)
    {
        if (!await FindAsync(id, number))
            return NotFound();
        if (!Amendment.Holds)
            return LocalRedirect(Back);
        await OfferAsync();
        if (this.AsksAgain())
            return Page();
        if (!ModelState.IsValid)
            return this.Invalid();
        var kept = AmendmentInput.From(Amendment);
        if (kept.Version != Input.Version)
        {
            Conflict = await FormConflict.BetweenAsync(this, db, id, Input, kept, Choices.Lists);
            return Page();
        }
        try
        {
            Choices.Check(Input, kept.Establishments);
            await db.Subjects.Where(s => Input.Establishments.Contains(s.Id) || Input.Partners.Contains(s.Id)).LoadAsync();
            Convention.RectifyAmendment(Amendment, $"Avenant n° {number} : {Why.Reason}", Why.SignedOn!.Value, Write, day.Today);
            db.Touch(Convention);
            await db.SaveChangesAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            if (!await FindAsync(id, number))
                throw;
            Conflict = await FormConflict.BetweenAsync(this, db, id, Input, AmendmentInput.From(Amendment), Choices.Lists);
            return Page();
        }
        catch (BrokenRuleException broken) when (broken.Field == nameof(ReasonModel.SignedOn))
        {
            this.Explain(broken, nameof(Why));
            return this.Invalid();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        TempData["Toast"] = "Avenant rectifié. La raison est dans l’historique.";
        return LocalRedirect(Back);
    }

    /// <summary>The parties added know their subjects at once, which are loaded.</summary>
    private void Write()
    {
        Input.Write(Amendment);
        db.ChangeTracker.DetectChanges();
    }

    private async Task OfferAsync() => Choices = await AmendmentChoices.ReadAsync(db, user, Before, Input, Search);

    private async Task<bool> FindAsync(int id, int number)
    {
        if (await db.FindAmendedAsync(user, id) is not { } convention || convention.Amendments.FirstOrDefault(a => a.Number == number) is not { } amendment)
            return false;
        (Convention, Amendment, Before) = (convention, amendment, ConventionReading.Before(convention, amendment));
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
        [Required]
        public DateOnly? SignedOn { get; set; }
    }
}
