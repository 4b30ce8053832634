using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Intranet.Training.Pages.Records;

/// <summary>One person's records as a workbook: one's own, or those of a person that the reader may read.</summary>
[Allow(Permission.Read)]
internal sealed class PersonExportModel(IntranetDb db, CurrentUser user, BusinessDay day, TrainingBoard board) : PageModel
{
    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (await TrainingFile.ReadAsync(db, user, board, id, day.Today, HttpContext.RequestAborted) is not { } file)
            return NotFound();
        List<Column<TrainingRecord>> columns =
        [
            new("Formation", r => r.Course!.Title, 45),
            new("Nature", r => Labels.Of(r.Course!.Kind), 24),
            new("Organisme", r => r.Course!.Provider, 24),
            new("Suivie le", r => r.CompletedOn, 12),
            new("Heures", r => r.Minutes / 60m, 10),
            new("Valable jusqu’au", r => file.Until.TryGetValue(r.Id, out var until) ? until : null, 16),
            new("État", r => Labels.Of(r.Status), 14),
            new("Origine", r => Labels.Of(r.Origin), 12),
            new("Précisions", r => r.Note, 30),
            new("Déclarée le", r => r.SubmittedOn, 12),
            new("Acceptée le", r => r.AcceptedOn, 12),
            new("Acceptée par", r => r.AcceptedBy, 24),
        ];
        if (file.SeesCosts)
            columns.Insert(5, new("Coût (€)", r => r.Cost / 100m, 12));
        var content = new MemoryStream();
        Workbook.Write(content, $"Formations de {file.Name}", columns, file.Records, note: $"{file.Name}, {Organisation.Name}, au {French.Date(file.Today)}.");
        content.Position = 0;
        return File(content, TableWriter.XlsxType, TableWriter.FileName($"Formations de {file.Name}", day.Today, "xlsx"));
    }
}
