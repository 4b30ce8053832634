using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Intranet.Contacts.Pages.Registers;

[Allow(Permission.WriteContacts)]
internal sealed class NewModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    [BindProperty]
    public AuthorisationInput Input { get; set; } = new();

    public AuthorisationChoices Choices { get; private set; } = null!;

    public async Task OnGetAsync(int? etablissement)
    {
        Input.EstablishmentId = etablissement;
        Choices = await AuthorisationChoices.ReadAsync(db, user, day.Today);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        Choices = await AuthorisationChoices.ReadAsync(db, user, day.Today);
        if (Input.EstablishmentId is { } id && Choices.Establishments.All(e => e.Value != $"{id}"))
            ModelState.AddModelError("Input.EstablishmentId", "Choisissez l’un de vos établissements.");
        if (!ModelState.IsValid)
            return this.Invalid();
        try
        {
            var authorisation = new Authorisation(Input.Kind!, Input.EstablishmentId!.Value, Input.From!.Value, Input.Until);
            Input.Apply(authorisation);
            db.Add(authorisation);
            await db.SaveChangesAsync();
            TempData["Toast"] = "Autorisation ajoutée.";
            return LocalRedirect($"/autorisations/{authorisation.Id}");
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
    }
}
