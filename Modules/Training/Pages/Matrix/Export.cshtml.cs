using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Intranet.Training.Pages.Matrix;

/// <summary>The whole matrix of the filter as a workbook: of each requirement who holds it, who is concerned, and the share as a number.</summary>
[Allow(Permission.Read)]
internal sealed class ExportModel(IntranetDb db, CurrentUser user, BusinessDay day, TrainingBoard board) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "")]
    public CoverageFilter Filter { get; set; } = new();

    public async Task<IActionResult> OnGetAsync()
    {
        var (today, cancellation) = (day.Today, HttpContext.RequestAborted);
        var places = await TeamPlace.ReadableAsync(db, user, today, cancellation);
        if (places.Count == 0)
            return NotFound();
        var matrix = (await board.ReadAsync(db, today, cancellation)).Matrix([.. places.Where(Filter.Keeps)], Filter.DayOf(today));
        var content = new MemoryStream();
        Workbook.Write(content, "Couverture des formations",
        [
            new Column<MatrixRow>("Établissement", r => r.Place.Name, 34),
            new Column<MatrixRow>("Pôle", r => r.Place.Pole, 26),
            new Column<MatrixRow>("En poste", r => r.Present, 10),
            .. matrix.Columns.SelectMany(c => new Column<MatrixRow>[]
            {
                new($"{c.Title}, couverture (%)", r => r.Cells.TryGetValue(c.Id, out var cell) && cell.Share is { } share ? Math.Round(100 * share, 1) : null, 16),
                new($"{c.Title}, détiennent", r => r.Cells.GetValueOrDefault(c.Id)?.Holders, 12),
                new($"{c.Title}, concernés", r => r.Cells.GetValueOrDefault(c.Id)?.Concerned, 12),
                new($"{c.Title}, expirent sous {CoverageCell.ExpiringMonths} mois", r => r.Cells.GetValueOrDefault(c.Id)?.Expiring.Count(), 12),
            }),
        ], matrix.Rows, $"Personnel présent au {French.Date(matrix.Day)}{(matrix.Day > today ? ", projeté d’après ce qui est connu aujourd’hui" : "")}. Cibles : {string.Join(", ", matrix.Columns.Select(c => $"{c.Title} {c.Target} %"))}.");
        content.Position = 0;
        return File(content, TableWriter.XlsxType, TableWriter.FileName("Couverture des formations", today, "xlsx"));
    }
}
