using System.ComponentModel.DataAnnotations;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts.Pages.Poles;

/// <summary>A pole, its establishments, and its name to change.</summary>
[Allow(Permission.Read)]
internal sealed class ShowModel(IntranetDb db, CurrentUser user) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public int Id { get; private set; }
    public string Name { get; private set; } = "";
    public bool CanWrite => user.May(Permission.WriteContacts);
    public FormConflict? Conflict { get; private set; }
    public IReadOnlyList<Establishment> Establishments { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (await FindAsync(id) is not { } pole)
            return NotFound();
        Input = new InputModel { Version = pole.Version, Name = pole.Name };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id)
    {
        if (await FindAsync(id) is not { } pole)
            return NotFound();
        if (!CanWrite)
            return Forbid();
        if (!ModelState.IsValid)
            return this.Invalid();
        try
        {
            db.Expect(pole, Input.Version);
            pole.Rename(Input.Name!);
            await db.SaveChangesAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            var theirs = await db.Set<Pole>().AsNoTracking().Where(p => p.Id == id).Select(p => new InputModel { Version = p.Version, Name = p.Name }).SingleAsync();
            Conflict = await FormConflict.BetweenAsync(this, db, id, Input, theirs);
            return Page();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        TempData["Toast"] = "Pôle renommé.";
        return LocalRedirect($"/poles/{id}");
    }

    private async Task<Pole?> FindAsync(int id)
    {
        var pole = await db.Set<Pole>().Include(p => p.Subject).FirstOrDefaultAsync(p => p.Id == id);
        if (pole is null)
            return null;
        (Id, Name) = (id, pole.Name);
        Establishments = await db.Set<Establishment>().AsNoTracking().Where(e => e.PoleId == id).OrderBy(e => e.ClosedOn != null).ThenBy(e => e.Name).ToListAsync();
        return pole;
    }

    public sealed class InputModel : IVersionedInput
    {
        public int Version { get; set; }

        [Display(Name = "Nom"), Required, StringLength(150), NoIdentity]
        public string? Name { get; set; }
    }
}
