using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts.Pages.Services;

/// <summary>The current filter of the list, whole, as a workbook.</summary>
[Allow(Permission.Read)]
internal sealed class ExportModel(IntranetDb db, BusinessDay day) : PageModel
{
    public async Task<FileResult> OnGetAsync(string? q, string? dep, string? mesure, string? @public, bool libres, string? tri)
    {
        var rows = await new ServiceFilter(q, dep, mesure, @public, libres, tri).Apply(db, day.Today).Rows().ToListAsync();
        var content = new MemoryStream();
        Workbook.Write(content, "Dispositifs",
        [
            new Column<ServiceRow>("Dispositif", r => r.Name, 40),
            new Column<ServiceRow>("Établissement", r => r.Establishment, 34),
            new Column<ServiceRow>("Commune", r => r.City),
            new Column<ServiceRow>("Département", r => r.Department, 14),
            new Column<ServiceRow>("Mesures", r => CodeList.Text(r.Measures), 30),
            new Column<ServiceRow>("Publics", r => CodeList.Text(r.Publics), 30),
            new Column<ServiceRow>("Places", r => r.Places, 10),
            new Column<ServiceRow>("Places libres", r => r.FreePlaces, 14),
            new Column<ServiceRow>("Au", r => r.FreePlacesOn, 14),
            new Column<ServiceRow>("À confirmer", r => r.IsStale(day.Today), 14),
            new Column<ServiceRow>("Appeler", r => r.Phone),
        ], rows);
        content.Position = 0;
        return File(content, TableWriter.XlsxType, TableWriter.FileName("Dispositifs", day.Today, "xlsx"));
    }
}
