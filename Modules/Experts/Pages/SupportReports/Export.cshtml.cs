using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Intranet.Experts.Pages.SupportReports;

/// <summary>The quarter as a workbook: what the page shows, masked alike.</summary>
[Allow(Permission.WriteContacts)]
internal sealed class ExportModel(IntranetDb db, CurrentUser user, BusinessDay day, NetworkBoard board) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string? trimestre)
    {
        if (Quarter.Read(trimestre, day.Today) is not { } quarter)
            return NotFound();
        var report = await SupportReport.ReadAsync(db, user, board, quarter, day.Today, HttpContext.RequestAborted);
        var figures = report.Figures;
        List<(string Part, string Label, object Count, decimal? Days)> rows =
        [
            ("Ensemble", "Demandes posées", Cell(figures.Asked), figures.MedianDays),
            ("Ensemble", "Répondues", Cell(figures.Answered), null),
            ("Ensemble", "Sans réponse à ce jour", Cell(figures.Unanswered), null),
            ("Ensemble", "Cela a aidé", Cell(figures.Helped), null),
            ("Ensemble", "Cela n’a pas aidé", Cell(figures.NotHelped), null),
            ("Ensemble", "Pas dit", Cell(figures.Unsaid), null),
            ("Ensemble", "Réponses publiées", report.AnswersPublished, null),
            ("Ensemble", "Parrainages", report.Sponsorships, null),
            ("Ensemble", "Parrainages qui ont servi", report.SponsorshipsUsed, null),
            .. figures.Topics.Select(t => ("Par thème", t.Topic, Cell(t.Asked), t.MedianDays)),
            .. figures.Reasons.Select(r => ("Raisons de décliner", r.Reason, Cell(r.Count), (decimal?)null)),
            .. figures.Gaps.Select(g => ("Ce qui manque", g.Topic, (object)g.Why, (decimal?)null)),
        ];
        var content = new MemoryStream();
        Workbook.Write(content, $"Appuis {quarter.Code}",
        [
            new("Partie", r => r.Part, 22),
            new("Intitulé", r => r.Label, 50),
            new("Nombre", r => r.Count, 18),
            new("Délai médian (jours ouvrés)", r => r.Days, 18),
        ], rows, note: $"{Organisation.Name}, {quarter.Label}, au {French.Date(quarter.To < day.Today ? quarter.To : day.Today)}. Personne n’est nommé\u00a0; les nombres de 1 à {Masking.Least - 1} sont masqués.");
        content.Position = 0;
        return File(content, TableWriter.XlsxType, TableWriter.FileName($"Rapport des appuis {quarter.Code}", day.Today, "xlsx"));
    }

    private static object Cell(MaskedCount count) => count.Shown is { } shown ? shown : count.Text;
}
