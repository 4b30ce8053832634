using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Intranet.Conventions.Pages.Conventions.Amending;

/// <summary>A project of amendment, new or known; once signed it no longer changes.</summary>
[Allow(Permission.WriteConventions)]
internal sealed class EditModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    [BindProperty]
    public AmendmentInput Input { get; set; } = new();

    [BindProperty(Name = "cherche")]
    public string? Search { get; set; }

    public Convention Convention { get; private set; } = null!;
    public Amendment? Amendment { get; private set; }
    public AmendmentChoices Choices { get; private set; } = null!;
    public string Back => Amendment is null ? $"/conventions/{Convention.Id}/signataires" : $"/conventions/{Convention.Id}/avenants/{Amendment.Number}";
    public string DraftKey => $"convention-{Convention.Id}-avenant-{Amendment?.Number ?? 0}";

    public async Task<IActionResult> OnGetAsync(int id, int? number)
    {
        if (!await FindAsync(id, number))
            return NotFound();
        if (Convention.SignedOn is null || Amendment is { IsProject: false })
            return LocalRedirect(Convention.SignedOn is null ? $"/conventions/{id}/modifier" : Back);
        Input = Amendment is null ? new AmendmentInput { EffectOn = day.Today } : AmendmentInput.From(Amendment);
        if (await db.DraftAsync(user, Request) is { } draft)
        {
            Input = new AmendmentInput();
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
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
    }

    private async Task OfferAsync() => Choices = await AmendmentChoices.ReadAsync(db, user, Convention, Input, day.Today, Search);

    private async Task<bool> FindAsync(int id, int? number)
    {
        if (await db.FindAmendedAsync(user, id) is not { } convention || (number is not null && convention.Amendments.All(a => a.Number != number)))
            return false;
        (Convention, Amendment) = (convention, convention.Amendments.FirstOrDefault(a => a.Number == number));
        return true;
    }
}
