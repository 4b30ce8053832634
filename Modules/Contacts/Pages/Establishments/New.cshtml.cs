using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Intranet.Contacts.Pages.Establishments;

[Allow(Permission.WriteContacts)]
internal sealed class NewModel(IntranetDb db, CurrentUser user) : PageModel
{
    [BindProperty]
    public EstablishmentInput Input { get; set; } = new();

    public EstablishmentChoices Choices { get; private set; } = null!;

    public async Task OnGetAsync(int? pole)
    {
        Input.PoleId = pole;
        Choices = await EstablishmentChoices.ReadAsync(db, user);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        Choices = await EstablishmentChoices.ReadAsync(db, user);
        if (!user.SeesAll && Choices.Poles.All(p => p.Value != $"{Input.PoleId}"))
            ModelState.AddModelError("Input.PoleId", "Choisissez l’un de vos pôles.");
        if (!ModelState.IsValid)
            return this.Invalid();
        try
        {
            var establishment = new Establishment(Input.Name!, Input.Kind!, Input.PoleId);
            Input.Apply(establishment);
            db.Add(establishment);
            await db.SaveChangesAsync();
            TempData["Toast"] = "Établissement ajouté.";
            return LocalRedirect($"/etablissements/{establishment.Id}");
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
    }
}
