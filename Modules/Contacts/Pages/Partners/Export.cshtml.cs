using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts.Pages.Partners;

/// <summary>The current filter of the list, whole, as a workbook.</summary>
[Allow(Permission.Read)]
internal sealed class ExportModel(IntranetDb db, BusinessDay day) : PageModel
{
    public async Task<FileResult> OnGetAsync(string? q, string? nature, string? dep, bool suivis, string? tri)
    {
        var rows = await new PartnerFilter(q, nature, dep, suivis, tri).Apply(db).Rows().ToListAsync();
        var content = new MemoryStream();
        Workbook.Write(content, "Partenaires",
        [
            new Column<PartnerRow>("Nom", r => r.Name, 45),
            new Column<PartnerRow>("Nature", r => r.Kind, 28),
            new Column<PartnerRow>("Commune", r => r.City),
            new Column<PartnerRow>("Départements", r => string.Join(", ", DepartmentList.Split(r.Departments)), 16),
            new Column<PartnerRow>("Responsable de la relation", r => r.RelationOwner, 32),
        ], rows);
        content.Position = 0;
        return File(content, TableWriter.XlsxType, TableWriter.FileName("Partenaires", day.Today, "xlsx"));
    }
}
