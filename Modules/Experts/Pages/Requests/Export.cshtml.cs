using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Experts.Pages.Requests;

/// <summary>What the list shows, whole, as a workbook: neither who was asked nor who took how long.</summary>
[Allow(Permission.Read)]
internal sealed class ExportModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "")]
    public RequestFilter Filter { get; set; } = new();

    public async Task<FileResult> OnGetAsync()
    {
        var rows = await Filter.Apply(db, user, day.Today).Rows().ToListAsync(HttpContext.RequestAborted);
        var content = new MemoryStream();
        Workbook.Write(content, "Demandes d’appui",
        [
            new Column<RequestRow>("Demandée le", r => r.AskedOn, 12),
            new Column<RequestRow>("Besoin", r => r.Topic, 32),
            new Column<RequestRow>("Question", r => r.Question, 70),
            new Column<RequestRow>("Département", r => r.Department, 10),
            new Column<RequestRow>("Urgence", r => Labels.Of(r.Urgency), 18),
            new Column<RequestRow>("Établissement", r => r.House, 30),
            new Column<RequestRow>("État", r => Labels.Of(r.StateOn(day.Today)), 20),
            new Column<RequestRow>("Personnes sollicitées", r => r.Experts.Count, 12),
            new Column<RequestRow>("A aidé", r => r.Helped is { } helped ? helped ? "oui" : "non" : "", 10),
        ], rows);
        content.Position = 0;
        return File(content, TableWriter.XlsxType, TableWriter.FileName("Demandes d’appui", day.Today, "xlsx"));
    }
}
