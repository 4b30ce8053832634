using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Training.Pages.Sharing;

/// <summary>Another rhythm, other teams, an end; the partner stays.</summary>
[Allow(Permission.WriteMeetings)]
internal sealed class EditModel(IntranetDb db, CurrentUser user) : PageModel, ISharingForm
{
    [BindProperty]
    public SharingInput Input { get; set; } = new();

    public SharingTime Sharing { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Choices { get; private set; } = [];
    public FormConflict? Conflict { get; private set; }

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (!await FindAsync(id))
            return NotFound();
        Input = SharingInput.Of(Sharing);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id)
    {
        if (!await FindAsync(id))
            return NotFound();
        if (!ModelState.IsValid)
            return this.Invalid();
        try
        {
            db.Expect(Sharing, Input.Version);
            Input.Write(Sharing, Sharing.PartnerId, Choices);
            // Links have no version: two people on the teams of one series must see each other.
            db.Touch(Sharing);
            await db.SaveChangesAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            if (!await FindAsync(id))
                return NotFound();
            Conflict = await FormConflict.BetweenAsync(this, db, id, Input, SharingInput.Of(Sharing), (nameof(Input.Establishments), Choices));
            return Page();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        TempData["Toast"] = "Temps de partage enregistré.";
        return LocalRedirect($"/formations/temps-de-partage/{id}");
    }

    private async Task<bool> FindAsync(int id)
    {
        var sharing = await db.Set<SharingTime>().Include(s => s.Subject.Links).InScope(db, user).FirstOrDefaultAsync(s => s.Id == id);
        if (sharing is null)
            return false;
        Sharing = sharing;
        Choices = await db.OwnEstablishmentsAsync(user, SharingInput.Of(sharing).Establishments, HttpContext.RequestAborted);
        return true;
    }
}
