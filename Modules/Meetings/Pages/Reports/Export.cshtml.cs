using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Intranet.Meetings.Pages.Reports;

/// <summary>What the year's meetings brought up, a line each, as a workbook.</summary>
[Allow(Permission.WriteMeetings)]
internal sealed class ExportModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    public async Task<IActionResult> OnGetAsync(int? annee)
    {
        var year = annee ?? day.Today.Year;
        if (year < 2000 || year > day.Today.Year)
            return NotFound();
        var report = await YearReport.ReadAsync(db, user, year, day.Today, HttpContext.RequestAborted);
        var content = new MemoryStream();
        Workbook.Write(content, $"Rencontres {year}",
        [
            new Column<ReportOutcome>("Nature", r => Labels.Of(r.Kind), 14),
            new Column<ReportOutcome>("Nature de partenaire", r => r.PartnerKind, 28),
            new Column<ReportOutcome>("Partenaires", r => r.Partners, 45),
            new Column<ReportOutcome>("Rencontre du", r => r.On, 14),
            new Column<ReportOutcome>("Texte", r => r.Text, 90),
        ], report.Outcomes, note: $"Couverture au début de {year}\u00a0: {report.Start.ShareText}\u00a0; au {French.Date(report.Until)}\u00a0: {report.End.ShareText}.");
        content.Position = 0;
        return File(content, TableWriter.XlsxType, TableWriter.FileName($"Rapport des rencontres {year}", day.Today, "xlsx"));
    }
}
