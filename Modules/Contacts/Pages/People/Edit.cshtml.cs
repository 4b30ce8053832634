using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts.Pages.People;

/// <summary>Changes names and contact details.</summary>
[Allow(Permission.WriteContacts)]
internal sealed class EditModel(IntranetDb db, CurrentUser user) : PageModel, IPersonForm
{
    [BindProperty]
    public PersonInput Input { get; set; } = new();

    public FormConflict? Conflict { get; private set; }

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (await ReadAsync(id) is not { } person)
            return NotFound();
        Input = PersonInput.Of(person);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id)
    {
        if (await ReadAsync(id) is not { } stored)
            return NotFound();
        if (!ModelState.IsValid)
            return this.Invalid();
        try
        {
            var person = await db.Set<Person>().Include(p => p.Subject).SingleAsync(p => p.Id == id);
            db.Expect(person, Input.Version);
            Input.Apply(person);
            await db.SaveChangesAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            Conflict = await FormConflict.BetweenAsync(this, db, id, Input, PersonInput.Of(stored));
            return Page();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        TempData["Toast"] = "Fiche modifiée.";
        return LocalRedirect($"/personnes/{id}");
    }

    private Task<Person?> ReadAsync(int id) => db.Set<Person>().AsNoTracking().InScope(db, user).FirstOrDefaultAsync(p => p.Id == id);
}
