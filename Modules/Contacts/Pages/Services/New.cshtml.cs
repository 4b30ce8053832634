using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts.Pages.Services;

/// <summary>First the establishment, then the sheet.</summary>
[Allow(Permission.WriteContacts)]
internal sealed class NewModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    [BindProperty]
    public ServiceInput Input { get; set; } = new();

    [BindProperty(Name = "etablissement", SupportsGet = true)]
    public int? EstablishmentId { get; set; }

    public string? Establishment { get; private set; }
    public IReadOnlyList<SelectListItem> Establishments { get; private set; } = [];

    /// <summary>Null while the establishment is to be chosen.</summary>
    public ServiceChoices? Choices { get; private set; }

    public async Task<IActionResult> OnGetAsync() => await ReadAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync()
    {
        if (EstablishmentId is null || !await ReadAsync())
            return NotFound();
        if (!ModelState.IsValid)
            return this.Invalid();
        try
        {
            var service = new Service(EstablishmentId.Value, Input.Name!);
            Input.Apply(service);
            db.Add(service);
            await db.SaveChangesAsync();
            TempData["Toast"] = "Dispositif ajouté.";
            return LocalRedirect($"/dispositifs/{service.Id}");
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
    }

    private async Task<bool> ReadAsync()
    {
        var own = db.Set<Establishment>().AsNoTracking().OwnedBy(db, user).Open(day.Today);
        if (EstablishmentId is not { } id)
        {
            Establishments = await own.OrderBy(e => e.Name).Select(e => new SelectListItem(e.Kind + " " + e.Name, $"{e.Id}")).ToListAsync();
            return true;
        }
        Establishment = await own.Where(e => e.Id == id).Select(e => e.Kind + " " + e.Name).FirstOrDefaultAsync();
        if (Establishment is null)
            return false;
        Choices = await ServiceChoices.ReadAsync(db, id);
        return true;
    }
}
