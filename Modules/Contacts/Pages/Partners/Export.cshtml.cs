using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts.Pages.Partners;

/// <summary>The current filter of the list, whole, as a workbook.</summary>
[Allow(Permission.Read)]
internal sealed class ExportModel(IntranetDb db, BusinessDay day, PartnerObligations obligations) : PageModel
{
    public async Task<FileResult> OnGetAsync([FromQuery] PartnerFilter filter)
    {
        var today = day.Today;
        var rows = await filter.Apply(db, obligations, today).ToListAsync(HttpContext.RequestAborted);
        var content = new MemoryStream();
        Workbook.Write(content, "Partenaires",
        [
            new Column<PartnerRow>("Nom", r => r.Name, 45),
            new Column<PartnerRow>("Nature", r => r.Kind, 28),
            new Column<PartnerRow>("Rattaché à", r => r.Parent, 32),
            new Column<PartnerRow>("Commune", r => r.City),
            new Column<PartnerRow>("Départements", r => string.Join(", ", DepartmentList.Split(r.Departments)), 16),
            new Column<PartnerRow>("Téléphone", r => r.Phone),
            new Column<PartnerRow>("Responsable de la relation", r => r.RelationOwner, 32),
            new Column<PartnerRow>("Rencontre annuelle", r => r.Obligation(today) is { } o ? Labels.Of(o.State) : null),
            new Column<PartnerRow>("Dernière rencontre", r => r.LastMet),
            new Column<PartnerRow>("À rencontrer avant le", r => r.Obligation(today) is { State: not ObligationState.NeverSeen } o ? o.Due : null),
            new Column<PartnerRow>("Sollicité le", r => r.SolicitedOn),
        ], rows);
        content.Position = 0;
        return File(content, TableWriter.XlsxType, TableWriter.FileName("Partenaires", day.Today, "xlsx"));
    }
}
