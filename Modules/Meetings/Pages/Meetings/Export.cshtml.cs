using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Meetings.Pages.Meetings;

/// <summary>What the list shows, whole, as a workbook.</summary>
[Allow(Permission.Read)]
internal sealed class ExportModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "")]
    public MeetingFilter Filter { get; set; } = new();

    public async Task<FileResult> OnGetAsync()
    {
        var rows = await Filter.Apply(db.Set<Meeting>().AsNoTracking().InScope(db, user)).Rows().ToListAsync(HttpContext.RequestAborted);
        var content = new MemoryStream();
        Workbook.Write(content, "Rencontres",
        [
            new Column<MeetingRow>("Date", r => r.On, 12),
            new Column<MeetingRow>("Mois seulement", r => r.IsApproximate, 10),
            new Column<MeetingRow>("Intitulé", r => r.Title, 50),
            new Column<MeetingRow>("Nature", r => r.Kind, 28),
            new Column<MeetingRow>("Mode", r => Labels.Of(r.Mode), 14),
            new Column<MeetingRow>("Partenaires", r => string.Join(", ", r.Partners), 45),
            new Column<MeetingRow>("Établissements", r => string.Join(", ", r.Establishments), 32),
            new Column<MeetingRow>("État", r => Labels.Of(r.State), 12),
            new Column<MeetingRow>("Compte pour", r => r.Counts, 12),
        ], rows);
        content.Position = 0;
        return File(content, TableWriter.XlsxType, TableWriter.FileName("Rencontres", day.Today, "xlsx"));
    }
}
