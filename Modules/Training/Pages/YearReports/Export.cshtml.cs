using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Intranet.Training.Pages.YearReports;

/// <summary>The year's trainings, a line for each course in each establishment, as a workbook; nobody is named.</summary>
[Allow(Permission.WriteMeetings)]
internal sealed class ExportModel(IntranetDb db, CurrentUser user, BusinessDay day, TrainingBoard board) : PageModel
{
    public async Task<IActionResult> OnGetAsync(int? annee)
    {
        var year = annee ?? day.Today.Year;
        if (!TrainingYear.IsKnown(year, day.Today))
            return NotFound();
        var report = await TrainingYear.ReadAsync(db, user, board, year, day.Today, HttpContext.RequestAborted);
        var rows = report.Trainings.GroupBy(t => (t.CourseId, t.House)).Select(g => (g.Key.House, Course: report.CourseOf(g.First()), Line: YearLine.Of("", [.. g])))
            .OrderBy(r => r.House, StringComparer.CurrentCulture).ThenBy(r => r.Course?.Title, StringComparer.CurrentCulture).ToList();
        List<Column<(string House, YearCourse? Course, YearLine Line)>> columns =
        [
            new("Établissement", r => r.House, 32),
            new("Formation", r => r.Course?.Title, 45),
            new("Nature", r => r.Course is null ? "" : Labels.Of(r.Course.Kind), 26),
            new("Thèmes", r => r.Course is null ? "" : string.Join(", ", CodeList.Split(r.Course.Topics).Select(t => report.TopicLabels.GetValueOrDefault(t, t))), 40),
            new("Organisme", r => r.Course?.Provider, 26),
            new("Personnes", r => r.Line.People, 12),
            new("Formations suivies", r => r.Line.Trainings, 12),
            new("Heures", r => r.Line.Minutes / 60m, 10),
        ];
        if (report.SeesCosts)
            columns.Add(new("Coût (€)", r => r.Line.Cost / 100m, 12));
        var total = report.Total;
        var content = new MemoryStream();
        Workbook.Write(content, $"Formation {year}", columns, rows,
            note: $"{Organisation.Name}, {year}, au {French.Date(report.Until)}\u00a0: {French.Count(total.People, "personne formée", "personnes formées")}, {Durations.Text(total.Minutes)}, {French.Count(report.Sessions.Count, "session tenue", "sessions tenues")}, {French.Count(report.Immersions.Count, "immersion")}, {French.Count(report.Sharing.Sum(s => s.Held), "temps de partage", "temps de partage")}.");
        content.Position = 0;
        return File(content, TableWriter.XlsxType, TableWriter.FileName($"Rapport de formation {year}", day.Today, "xlsx"));
    }
}
