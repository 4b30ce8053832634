using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts.Pages.Staff;

/// <summary>The current filter of the list, whole, as a workbook.</summary>
[Allow(Permission.Read)]
internal sealed class ExportModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    public async Task<FileResult> OnGetAsync(string? q, int? etablissement, string? fonction, DateOnly? le, bool departs, bool tous, string? tri)
    {
        var rows = await new StaffFilter(q, etablissement, fonction, le, departs, tous, tri).Apply(db, user, day.Today).Rows(db).ToListAsync();
        var content = new MemoryStream();
        Workbook.Write(content, "Personnel",
        [
            new Column<StaffRow>("Nom", r => r.LastName),
            new Column<StaffRow>("Prénom", r => r.FirstName),
            new Column<StaffRow>("Fonction", r => r.Function, 30),
            new Column<StaffRow>("Établissement", r => r.Establishment, 34),
            new Column<StaffRow>("Depuis le", r => r.From, 14),
            new Column<StaffRow>("Jusqu’au", r => r.To, 14),
            new Column<StaffRow>("Terme du contrat", r => r.FixedTermEnd, 14),
            new Column<StaffRow>("Absence longue, du", r => r.LongLeaveFrom, 14),
            new Column<StaffRow>("Absence longue, au", r => r.LongLeaveTo, 14),
            new Column<StaffRow>("Compte", r => r.HasAccount, 10),
        ], rows);
        content.Position = 0;
        return File(content, TableWriter.XlsxType, TableWriter.FileName("Personnel", day.Today, "xlsx"));
    }
}
