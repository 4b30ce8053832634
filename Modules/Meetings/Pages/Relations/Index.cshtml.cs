using System.ComponentModel.DataAnnotations;
using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Meetings.Pages.Relations;

/// <summary>Invitations sent to a partner and what became of them; a new one is noted at the top.</summary>
[Allow(Permission.Read)]
internal sealed class IndexModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public int PartnerId { get; private set; }
    public string Partner { get; private set; } = "";
    public DateOnly? LastMet { get; private set; }
    public IReadOnlyList<Solicitation> Rows { get; private set; } = [];
    public DateOnly Today => day.Today;
    public bool CanWrite => user.May(Permission.WriteMeetings);

    public async Task<IActionResult> OnGetAsync(int id)
    {
        Input.On = Today;
        return await FindAsync(id) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(int id)
    {
        if (!CanWrite)
            return Forbid();
        if (!await FindAsync(id))
            return NotFound();
        if (Input.On > Today)
            ModelState.AddModelError("Input.On", "Une sollicitation a déjà été envoyée\u00a0: sa date est au plus tard celle d’aujourd’hui.");
        if (!ModelState.IsValid)
            return this.Invalid();
        try
        {
            db.Add(new Solicitation(id, Input.On!.Value, Input.Means!, Input.Comment ?? "", user.Name));
            await db.SaveChangesAsync();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        TempData["Toast"] = "Sollicitation notée. Elle s’affiche à côté du retard tant que le partenaire n’a pas accepté.";
        return LocalRedirect($"/partenaires/{id}/sollicitations");
    }

    private async Task<bool> FindAsync(int id)
    {
        var partner = await db.Set<Partner>().AsNoTracking().InScope(db, user).Where(p => p.Id == id)
            .Select(p => new { p.Name, Last = PartnerMeetings.Met(db).Where(m => m.PartnerId == p.Id).Max(m => (DateOnly?)m.On) }).FirstOrDefaultAsync();
        if (partner is null)
            return false;
        (PartnerId, Partner, LastMet) = (id, partner.Name, partner.Last);
        Rows = await db.Set<Solicitation>().AsNoTracking().Where(s => s.PartnerId == id).OrderByDescending(s => s.On).ThenByDescending(s => s.Id).ToListAsync();
        return true;
    }

    public sealed class InputModel
    {
        [Display(Name = "Sollicité le"), Required]
        public DateOnly? On { get; set; }

        [Display(Name = "Moyen"), Required, StringLength(200), NoIdentity]
        public string? Means { get; set; } = "Courriel";

        [Display(Name = "Commentaire"), StringLength(1000), NoIdentity]
        public string? Comment { get; set; }
    }
}
