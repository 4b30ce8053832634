using System.ComponentModel.DataAnnotations;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts.Pages.Services;

/// <summary>How many places are free today: one number, one click. Everybody who belongs to the establishment may say it.</summary>
[Allow(Permission.Read)]
internal sealed class FreePlacesModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    [BindProperty, Display(Name = "Places libres aujourd’hui"), Required]
    public int? FreePlaces { get; set; }

    public DateOnly Today => day.Today;
    public Service Service { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (!await FindAsync(id))
            return NotFound();
        FreePlaces = Service.FreePlaces;
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
            Service.DeclareFreePlaces(FreePlaces!.Value, day.Today);
            await db.SaveChangesAsync();
        }
        catch (BrokenRuleException error)
        {
            ModelState.AddModelError(nameof(FreePlaces), error.Message);
            return this.Invalid();
        }
        TempData["Toast"] = $"{French.Count(FreePlaces.Value, "place libre", "places libres")} au {French.Date(day.Today)}.";
        return LocalRedirect($"/dispositifs/{id}");
    }

    private async Task<bool> FindAsync(int id)
    {
        var own = db.Subjects.OwnedBy(db, user);
        var service = await db.Set<Service>().Include(s => s.Subject).FirstOrDefaultAsync(s => s.Id == id && own.Any(o => o.Id == s.EstablishmentId));
        Service = service!;
        return service is not null;
    }
}
