using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts.Pages.Establishments;

/// <summary>The current filter of the list, whole, as a workbook.</summary>
[Allow(Permission.Read)]
internal sealed class ExportModel(IntranetDb db, BusinessDay day) : PageModel
{
    public async Task<FileResult> OnGetAsync(string? q, int? pole, string? nature, string? dep, string? etat, string? tri)
    {
        var rows = await new EstablishmentFilter(q, pole, nature, dep, etat, tri).Apply(db, day.Today).Rows(db, day.Today).ToListAsync();
        var content = new MemoryStream();
        Workbook.Write(content, "Établissements",
        [
            new Column<EstablishmentRow>("Nom", r => r.Name, 40),
            new Column<EstablishmentRow>("Nature", r => r.Kind),
            new Column<EstablishmentRow>("Pôle", r => r.Pole, 28),
            new Column<EstablishmentRow>("Commune", r => r.City),
            new Column<EstablishmentRow>("Département", r => r.Department, 14),
            new Column<EstablishmentRow>("Téléphone", r => r.Phone),
            new Column<EstablishmentRow>("Astreinte", r => r.OnCallPhone),
            new Column<EstablishmentRow>("Personnel en poste", r => r.Staff, 14),
            new Column<EstablishmentRow>("Dispositifs", r => r.Services, 14),
            new Column<EstablishmentRow>("Fermé le", r => r.ClosedOn, 14),
        ], rows);
        content.Position = 0;
        return File(content, TableWriter.XlsxType, TableWriter.FileName("Établissements", day.Today, "xlsx"));
    }
}
