using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Experts.Pages.Sponsorships;

/// <summary>All sponsorships, ended ones too, as a workbook.</summary>
[Allow(Permission.Read)]
internal sealed class ExportModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    public async Task<IActionResult> OnGetAsync()
    {
        var rows = await db.Set<Sponsorship>().Rows(db, user, day.Today).ToListAsync(HttpContext.RequestAborted);
        var content = new MemoryStream();
        Workbook.Write(content, "Parrainages",
        [
            new("Thème", r => r.Topic, 40),
            new("Établissement parrainé", r => r.Generalist, 32),
            new("Établissement ressource", r => r.Resource, 32),
            new("Depuis le", r => r.Sponsorship.From, 12),
            new("Renouvelé le", r => r.Sponsorship.RenewedOn, 12),
            new("Jusqu’au", r => r.Sponsorship.EndedOn ?? r.Sponsorship.Until, 12),
            new("État", r => r.StateOn(day.Today).Label, 34),
            new("Demandes", r => r.Used, 10),
            new("Ce qui est convenu", r => r.Sponsorship.Terms, 60),
        ], rows);
        content.Position = 0;
        return File(content, TableWriter.XlsxType, TableWriter.FileName("Parrainages", day.Today, "xlsx"));
    }
}
