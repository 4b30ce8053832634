using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Conventions.Pages.Conventions.Amending;

/// <summary>A project of amendment, new or known; once signed it no longer changes.</summary>
[Allow(Permission.WriteConventions)]
internal sealed class EditModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel, IAmendmentForm
{
    [BindProperty]
    public AmendmentInput Input { get; set; } = new();

    [BindProperty(Name = "cherche")]
    public string? Search { get; set; }

    public Convention Convention { get; private set; } = null!;
    public Amendment? Amendment { get; private set; }
    public AmendmentChoices Choices { get; private set; } = null!;
    public ConventionReading Before => Convention.ReadOn(Input.EffectOn ?? day.Today);
    public FormConflict? Conflict { get; private set; }
    public string Back => Amendment is null ? $"/conventions/{Convention.Id}/signataires" : $"/conventions/{Convention.Id}/avenants/{Amendment.Number}";
    public string DraftKey => $"convention-{Convention.Id}-avenant-{Amendment?.Number ?? 0}";

    public async Task<IActionResult> OnGetAsync(int id, int? number)
    {
        if (!await FindAsync(id, number))
            return NotFound();
        if (!Convention.IsSigned || Amendment is { IsProject: false })
            return LocalRedirect(!Convention.IsSigned ? $"/conventions/{id}/modifier" : Back);
        Input = Amendment is null ? new AmendmentInput { EffectOn = day.Today } : AmendmentInput.From(Amendment);
        if (await db.DraftAsync(user, Request) is { } draft)
        {
            Input = new AmendmentInput { Version = Input.Version };
            await TryUpdateModelAsync(Input, nameof(Input), draft);
            ModelState.Clear();
        }
        await OfferAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id, int? number)
    {
        if (!await FindAsync(id, number))
            return NotFound();
        await OfferAsync();
        if (this.AsksAgain())
            return Page();
        if (!ModelState.IsValid)
            return this.Invalid();
        if (Amendment is { } known && AmendmentInput.From(known) is var kept && kept.Version != Input.Version)
        {
            Conflict = await FormConflict.BetweenAsync(this, db, id, Input, kept, Choices.Lists);
            return Page();
        }
        var read = Convention.Version;
        try
        {
            Choices.Check(Input, Amendment is null ? [] : AmendmentInput.From(Amendment).Establishments);
            var amendment = Amendment ?? Convention.Amend(Input.Purpose!, Input.TextDate, Input.EffectOn!.Value);
            Input.Write(amendment);
            db.Touch(Convention);
            await db.SaveChangesAsync();
            TempData["Toast"] = $"Projet d’avenant n° {amendment.Number} enregistré.";
            return LocalRedirect($"/conventions/{id}/avenants/{amendment.Number}");
        }
        catch (DbUpdateException)
        {
            // Somebody changed the convention between reading and saving, perhaps by an amendment of the same number.
            db.ChangeTracker.Clear();
            if (!await FindAsync(id, number) || Convention.Version == read)
                throw;
            var stored = Amendment is null ? new AmendmentInput() : AmendmentInput.From(Amendment);
            Conflict = await FormConflict.BetweenAsync(this, db, id, Input, stored, Choices.Lists);
            return Page();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
    }

    private async Task OfferAsync() => Choices = await AmendmentChoices.ReadAsync(db, user, Before, Input, Search);

    private async Task<bool> FindAsync(int id, int? number)
    {
        if (await db.FindAmendedAsync(user, id) is not { } convention || (number is not null && convention.Amendments.All(a => a.Number != number)))
            return false;
        (Convention, Amendment) = (convention, convention.Amendments.FirstOrDefault(a => a.Number == number));
        return true;
    }
}
