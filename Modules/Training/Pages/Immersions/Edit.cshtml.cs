using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Training.Pages.Immersions;

/// <summary>Other days, another person, other aims; the partner stays.</summary>
[Allow(Permission.WriteMeetings)]
internal sealed class EditModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel, IImmersionForm
{
    [BindProperty]
    public ImmersionInput Input { get; set; } = new();

    public Immersion Immersion { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Establishments { get; private set; } = [];
    public IReadOnlyList<string> People { get; private set; } = [];
    public FormConflict? Conflict { get; private set; }

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (!await FindAsync(id))
            return NotFound();
        Input = ImmersionInput.Of(Immersion);
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
            db.Expect(Immersion, Input.Version);
            await Input.WriteAsync(db, Immersion, Immersion.PartnerId, Establishments);
            await db.SaveChangesAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            if (!await FindAsync(id))
                return NotFound();
            Conflict = await FormConflict.BetweenAsync(this, db, id, Input, ImmersionInput.Of(Immersion), (nameof(Input.EstablishmentId), Establishments));
            return Page();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        TempData["Toast"] = "Immersion enregistrée.";
        return LocalRedirect($"/formations/immersions/{id}");
    }

    private async Task<bool> FindAsync(int id)
    {
        var immersion = await db.Set<Immersion>().Include(i => i.Subject.Links).Include(i => i.Person).Include(i => i.Tutor).Include(i => i.Partner).AsSingleQuery().InScope(db, user).FirstOrDefaultAsync(i => i.Id == id && i.CancelledOn == null);
        if (immersion is null)
            return false;
        Immersion = immersion;
        Establishments = await db.OwnEstablishmentsAsync(user, [immersion.EstablishmentId], HttpContext.RequestAborted);
        People = await PersonChoice.ColleaguesAsync(db, [immersion.PartnerId, immersion.EstablishmentId], 0, day.Today, HttpContext.RequestAborted);
        return true;
    }
}
