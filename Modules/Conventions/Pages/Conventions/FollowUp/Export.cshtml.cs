using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Intranet.Conventions.Pages.Conventions.FollowUp;

/// <summary>What the follow-up shows, masked alike, as a workbook: one line a figure.</summary>
[Allow(Permission.Read)]
internal sealed class ExportModel(IntranetDb db, CurrentUser user, BusinessDay day, Choices choices) : PageModel
{
    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (await ConventionHead.ReadAsync(db, user, day.Today, id, "/suivi", HttpContext.RequestAborted) is not { } head)
            return NotFound();
        var sheet = await FollowUpSheet.ReadAsync(db, choices, head.Facts, day.Today, HttpContext.RequestAborted);
        var content = new MemoryStream();
        Workbook.Write(content, "Suivi",
        [
            new Column<FigureLine>("Partie", l => l.Part, 18),
            new Column<FigureLine>("Période", l => l.Period, 18),
            new Column<FigureLine>("Mesure", l => l.Measure, 34),
            new Column<FigureLine>("Côté", l => l.Side, 14),
            new Column<FigureLine>("Valeur", l => l.Value, 14),
            new Column<FigureLine>("Commentaire", l => l.Comment, 50),
        ], FigureLine.Of(sheet), $"{head.Facts.Number} {head.Facts.Title}. Moins de 5 personnes : nombre masqué.");
        content.Position = 0;
        return File(content, TableWriter.XlsxType, TableWriter.FileName($"Suivi {head.Facts.Number}", day.Today, "xlsx"));
    }
}
