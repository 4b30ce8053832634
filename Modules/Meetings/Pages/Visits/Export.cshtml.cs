using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Intranet.Meetings.Pages.Visits;

/// <summary>The matrix of the filter, whole, as a workbook: one column a kind of house, or a house.</summary>
[Allow(Permission.Read)]
internal sealed class ExportModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "")]
    public VisitFilter Filter { get; set; } = new();

    public async Task<FileResult> OnGetAsync()
    {
        var book = await VisitBook.ReadAsync(db, user, HttpContext.RequestAborted);
        var columns = book.Columns(Filter);
        var content = new MemoryStream();
        Workbook.Write(content, "Visites",
        [
            new Column<VisitingPartner>("Partenaire", r => r.Name, 45),
            new Column<VisitingPartner>("Nature", r => r.Kind, 28),
            new Column<VisitingPartner>("Départements", r => string.Join(", ", DepartmentList.Split(r.Departments)), 16),
            .. columns.Select(c => new Column<VisitingPartner>(c.Label, r => book.Last(r.Id, c) is { } visit ? visit.On : "jamais", 14)),
        ], book.Keep(Filter, columns));
        content.Position = 0;
        return File(content, TableWriter.XlsxType, TableWriter.FileName("Visites", day.Today, "xlsx"));
    }
}
