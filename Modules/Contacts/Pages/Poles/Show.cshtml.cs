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
    public bool CanWrite { get; private set; }
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
        var own = db.Subjects.OwnedBy(db, user);
        var found = await db.Set<Pole>().Include(p => p.Subject).Where(p => p.Id == id).Select(p => new { Pole = p, p.Subject, IsOwn = own.Any(s => s.Id == p.Id) }).FirstOrDefaultAsync();
        if (found is null)
            return null;
        (Id, Name) = (id, found.Pole.Name);
        CanWrite = found.IsOwn && user.May(Permission.WriteContacts);
        Establishments = await db.Set<Establishment>().AsNoTracking().Where(e => e.PoleId == id).OrderBy(e => e.ClosedOn != null).ThenBy(e => e.Name).ToListAsync();
        return found.Pole;
    }

    public sealed class InputModel : IVersionedInput
    {
        public int Version { get; set; }

        [Display(Name = "Nom"), Required, StringLength(150), NoIdentity]
        public string? Name { get; set; }
    }
}
