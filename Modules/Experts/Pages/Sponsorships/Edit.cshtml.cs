using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Experts.Pages.Sponsorships;

/// <summary>Another start, another agreement; between others or on another topic, it is another sponsorship.</summary>
[Allow(Permission.Read)]
internal sealed class EditModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    [BindProperty]
    public SponsorshipInput Input { get; set; } = new();

    public Sponsorship Sponsorship { get; private set; } = null!;
    public FormConflict? Conflict { get; private set; }

    // Out of one's scope there is nothing to write to; without a role that writes, it is refused.
    private ActionResult Refused() => RequestScope.Keeps(user) ? NotFound() : Forbid();

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (!await FindAsync(id))
            return NotFound();
        if (!await MayAsync(id))
            return Refused();
        Input = SponsorshipInput.Of(Sponsorship);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id)
    {
        if (!await FindAsync(id))
            return NotFound();
        if (!await MayAsync(id))
            return Refused();
        if (!ModelState.IsValid)
            return this.Invalid();
        try
        {
            db.Expect(Sponsorship, Input.Version);
            Sponsorship.Agree(Input.From!.Value, Input.Terms ?? "");
            await db.SaveChangesAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            if (!await FindAsync(id))
                return NotFound();
            Conflict = await FormConflict.BetweenAsync(this, db, id, Input, SponsorshipInput.Of(Sponsorship));
            return Page();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        TempData["Toast"] = "Parrainage enregistré.";
        return LocalRedirect($"/experts/parrainages/{id}");
    }

    private Task<bool> MayAsync(int id) => db.Set<Sponsorship>().Writable(db, user, day.Today).AnyAsync(s => s.Id == id, HttpContext.RequestAborted);

    private async Task<bool> FindAsync(int id)
    {
        if (await db.Set<Sponsorship>().Include(s => s.Subject).Include(s => s.Topic).Include(s => s.Generalist).Include(s => s.Resource).FirstOrDefaultAsync(s => s.Id == id, HttpContext.RequestAborted) is not { } sponsorship)
            return false;
        Sponsorship = sponsorship;
        return true;
    }
}
