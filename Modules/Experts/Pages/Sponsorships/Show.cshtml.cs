using System.ComponentModel.DataAnnotations;
using Intranet.Shared;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Experts.Pages.Sponsorships;

/// <summary>One sponsorship: what is agreed, how often it served, renewed in one click each year.</summary>
[Allow(Permission.Read)]
internal sealed class ShowModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    public SponsorshipRow Row { get; private set; } = null!;
    public DateOnly Today => day.Today;

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (!await ReadAsync(id))
            return NotFound();
        Input = new() { EndedOn = Today, Version = Row.Sponsorship.Version };
        return Page();
    }

    public Task<IActionResult> OnPostRenewAsync(int id, int version) => ChangeAsync(id, version, s => s.Renew(Today), "Parrainage renouvelé pour un an.");

    public Task<IActionResult> OnPostEndAsync(int id) => ModelState.IsValid ? ChangeAsync(id, Input.Version, s => s.End(Input.EndedOn!.Value), "Parrainage terminé.") : AgainAsync(id, StatusCodes.Status422UnprocessableEntity);

    private async Task<IActionResult> ChangeAsync(int id, int version, Action<Sponsorship> change, string done)
    {
        var sponsorship = await db.Set<Sponsorship>().Include(s => s.Subject).FirstOrDefaultAsync(s => s.Id == id);
        if (sponsorship is null)
            return NotFound();
        if (!await db.Set<Sponsorship>().Writable(db, user, Today).AnyAsync(s => s.Id == id))
            return Forbid();
        try
        {
            db.Expect(sponsorship, version);
            change(sponsorship);
            await db.SaveChangesAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            ModelState.AddModelError("", "Ce parrainage a changé entre-temps : le voici. Rien n’est enregistré ; vérifiez, puis recommencez si besoin.");
            return await AgainAsync(id, StatusCodes.Status409Conflict);
        }
        catch (Exception error) when (this.Explain(error))
        {
            return await AgainAsync(id, StatusCodes.Status422UnprocessableEntity);
        }
        TempData["Toast"] = done;
        return LocalRedirect($"/experts/parrainages/{id}");
    }

    private async Task<IActionResult> AgainAsync(int id, int status)
    {
        db.ChangeTracker.Clear();
        if (!await ReadAsync(id))
            return NotFound();
        if (!Row.CanWrite)
            return Forbid();
        Input.EndedOn ??= Today;
        Input.Version = Row.Sponsorship.Version;
        ModelState.Remove("Input.Version");
        Response.StatusCode = status;
        return Page();
    }

    private async Task<bool> ReadAsync(int id)
    {
        if (await db.Set<Sponsorship>().Where(s => s.Id == id).Rows(db, user, Today).FirstOrDefaultAsync(HttpContext.RequestAborted) is not { } row)
            return false;
        Row = row;
        return true;
    }

    public sealed class InputModel : IVersionedInput
    {
        [Display(Name = "Dernier jour"), Required]
        public DateOnly? EndedOn { get; set; }

        public int Version { get; set; }
    }
}
