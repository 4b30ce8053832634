using System.ComponentModel.DataAnnotations;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts.Pages.Establishments;

/// <summary>Closes an establishment on a day, or opens it again; nothing that hangs on it is lost.</summary>
[Allow(Permission.WriteContacts)]
internal sealed class CloseModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public int Id { get; private set; }
    public string Name { get; private set; } = "";
    public DateOnly? ClosedOn { get; private set; }

    /// <summary>What is still attached, counted in words.</summary>
    public IReadOnlyList<string> Left { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int id)
    {
        Input.On = day.Today;
        return await FindAsync(id) is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(int id)
    {
        if (await FindAsync(id) is not { } establishment)
            return NotFound();
        if (!ModelState.IsValid)
            return this.Invalid();
        establishment.Close(Input.On!.Value);
        await db.SaveChangesAsync();
        TempData["Toast"] = $"Établissement fermé le {French.Date(Input.On.Value)}.";
        return LocalRedirect($"/etablissements/{id}");
    }

    public async Task<IActionResult> OnPostReopenAsync(int id)
    {
        if (await FindAsync(id) is not { } establishment)
            return NotFound();
        establishment.Reopen();
        await db.SaveChangesAsync();
        TempData["Toast"] = "Établissement rouvert.";
        return LocalRedirect($"/etablissements/{id}");
    }

    private async Task<Establishment?> FindAsync(int id)
    {
        var establishment = await db.Set<Establishment>().OwnedBy(db, user).Include(e => e.Subject).FirstOrDefaultAsync(e => e.Id == id);
        if (establishment is null)
            return null;
        (Id, Name, ClosedOn) = (id, $"{establishment.Kind} {establishment.Name}", establishment.ClosedOn);
        var left = await db.Set<Establishment>().Where(e => e.Id == id).Select(e => new
        {
            Staff = db.Set<StaffMember>().Where(s => s.EstablishmentId == id).Where(StaffPresence.InPostOn(day.Today)).Count(),
            Posts = e.Posts.Count(p => p.ClosedOn == null),
            Services = db.Set<Service>().Count(s => s.EstablishmentId == id && s.ClosedOn == null),
            Records = db.SubjectLinks.Count(l => l.ToId == id && l.Role == LinkRole.Establishment),
        }).SingleAsync();
        Left = [.. new[]
        {
            (left.Staff, French.Count(left.Staff, "personne en poste", "personnes en poste")),
            (left.Posts, French.Count(left.Posts, "poste")),
            (left.Services, French.Count(left.Services, "dispositif")),
            (left.Records, French.Count(left.Records, "convention, rencontre ou autorisation", "conventions, rencontres ou autorisations")),
        }.Where(l => l.Item1 > 0).Select(l => l.Item2)];
        return establishment;
    }

    public sealed class InputModel
    {
        [Display(Name = "Dernier jour d’ouverture"), Required]
        public DateOnly? On { get; set; }
    }
}
