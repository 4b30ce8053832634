using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts.Pages.Registers;

[Allow(Permission.WriteContacts)]
internal sealed class EditModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    [BindProperty]
    public AuthorisationInput Input { get; set; } = new();

    public int Id { get; private set; }
    public string Name { get; private set; } = "";
    public AuthorisationChoices Choices { get; private set; } = null!;
    public FormConflict? Conflict { get; private set; }

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (await FindAsync(id) is not { } authorisation)
            return NotFound();
        Input = AuthorisationInput.Of(authorisation);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id)
    {
        if (await FindAsync(id) is not { } authorisation)
            return NotFound();
        if (Input.EstablishmentId is { } establishment && Choices.Establishments.All(e => e.Value != $"{establishment}"))
            ModelState.AddModelError("Input.EstablishmentId", "Choisissez l’un de vos établissements.");
        if (!ModelState.IsValid)
            return this.Invalid();
        try
        {
            db.Expect(authorisation, Input.Version);
            Input.Apply(authorisation);
            db.Entry(authorisation).Property(a => a.Version).IsModified = true;
            await db.SaveChangesAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            var theirs = AuthorisationInput.Of(await db.Set<Authorisation>().AsNoTracking().Include(a => a.Listed).SingleAsync(a => a.Id == id));
            Conflict = await FormConflict.BetweenAsync(this, db, id, Input, theirs, (nameof(Input.Kind), Choices.Kinds),
                (nameof(Input.EstablishmentId), Choices.Establishments), (nameof(Input.AuthorityId), Choices.Authorities), (nameof(Input.Listed), Choices.Staff));
            return Page();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        TempData["Toast"] = "Autorisation enregistrée.";
        return LocalRedirect($"/autorisations/{id}");
    }

    private async Task<Authorisation?> FindAsync(int id)
    {
        var authorisation = await db.Set<Authorisation>().InScope(db, user).Include(a => a.Subject.Links).Include(a => a.Listed).AsSplitQuery().FirstOrDefaultAsync(a => a.Id == id);
        if (authorisation is null)
            return null;
        (Id, Name) = (id, authorisation.Kind);
        Choices = await AuthorisationChoices.ReadAsync(db, user, day.Today, authorisation);
        return authorisation;
    }
}
