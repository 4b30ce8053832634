using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts.Pages.Establishments;

/// <summary>Changes an establishment; moving house or pole is a change like another, kept in the history.</summary>
[Allow(Permission.WriteContacts)]
internal sealed class EditModel(IntranetDb db, CurrentUser user) : PageModel
{
    [BindProperty]
    public EstablishmentInput Input { get; set; } = new();

    public int Id { get; private set; }
    public string Name { get; private set; } = "";
    public EstablishmentChoices Choices { get; private set; } = null!;
    public FormConflict? Conflict { get; private set; }

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (await FindAsync(id) is not { } establishment)
            return NotFound();
        Input = EstablishmentInput.From(establishment);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id)
    {
        if (await FindAsync(id) is not { } establishment)
            return NotFound();
        if (!user.SeesAll && Input.PoleId != establishment.PoleId && Choices.Poles.All(p => p.Value != $"{Input.PoleId}"))
            ModelState.AddModelError("Input.PoleId", "Choisissez l’un de vos pôles.");
        if (!ModelState.IsValid)
            return this.Invalid();
        try
        {
            db.Expect(establishment, Input.Version);
            Input.Apply(establishment);
            await db.SaveChangesAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            var theirs = EstablishmentInput.From(await db.Set<Establishment>().AsNoTracking().SingleAsync(e => e.Id == id));
            Conflict = await FormConflict.BetweenAsync(this, db, id, Input, theirs, (nameof(Input.PoleId), Choices.Poles), (nameof(Input.Kind), Choices.Kinds), (nameof(Input.Department), EstablishmentChoices.Departments));
            return Page();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        TempData["Toast"] = "Établissement enregistré.";
        return LocalRedirect($"/etablissements/{id}");
    }

    private async Task<Establishment?> FindAsync(int id)
    {
        var establishment = await db.Set<Establishment>().OwnedBy(db, user).Include(e => e.Subject).FirstOrDefaultAsync(e => e.Id == id);
        if (establishment is null)
            return null;
        (Id, Name) = (id, $"{establishment.Kind} {establishment.Name}");
        Choices = await EstablishmentChoices.ReadAsync(db, user, establishment.Kind, establishment.PoleId);
        return establishment;
    }
}
