using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Meetings.Pages.Visits;

/// <summary>Who came to see which house, for the whole filter, as a workbook.</summary>
[Allow(Permission.Read)]
internal sealed class VisitorsExportModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "")]
    public VisitFilter Filter { get; set; } = new();

    public async Task<FileResult> OnGetAsync()
    {
        var rows = await VisitorsModel.Query(db, user, Filter).ToListAsync(HttpContext.RequestAborted);
        var content = new MemoryStream();
        Workbook.Write(content, "Qui est venu",
        [
            new Column<Visitor>("Personne", r => r.Name, 28),
            new Column<Visitor>("Fonction", r => r.Function, 36),
            new Column<Visitor>("Partenaire", r => r.Partner, 40),
            new Column<Visitor>("Établissement vu", r => string.Join(", ", r.Houses), 40),
            new Column<Visitor>("Date", r => r.IsApproximate ? French.Month(r.On) : r.On, 14),
        ], rows);
        content.Position = 0;
        return File(content, TableWriter.XlsxType, TableWriter.FileName("Qui est venu", day.Today, "xlsx"));
    }
}
