using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Intranet.Conventions.Pages.Conventions;

/// <summary>What the register shows, whole, as a workbook.</summary>
[Allow(Permission.Read)]
internal sealed class ExportModel(IntranetDb db, CurrentUser user, BusinessDay day, ConventionBoard board) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "")]
    public ConventionFilter Filter { get; set; } = new();

    public async Task<FileResult> OnGetAsync()
    {
        var register = new ConventionRegister(db, user, board, day.Today);
        var rows = await register.ReadAsync(Filter, HttpContext.RequestAborted);
        var content = new MemoryStream();
        Workbook.Write(content, "Conventions",
        [
            new Column<ConventionLine>("Numéro", r => r.Facts.Number, 14),
            new Column<ConventionLine>("Intitulé", r => r.Facts.Title, 50),
            new Column<ConventionLine>("Nature", r => r.Facts.Kind, 28),
            new Column<ConventionLine>("État", r => r.Facts.StateLabel(day.Today), 22),
            new Column<ConventionLine>("Établissements", r => Names(r.Establishments), 32),
            new Column<ConventionLine>("Partenaires", r => Names(r.Partners), 40),
            new Column<ConventionLine>("Début", r => r.Facts.Start, 12),
            new Column<ConventionLine>("Fin de la période", r => r.End, 16),
            new Column<ConventionLine>("Reconduction", r => ConventionWords.Renewal(r.Facts), 30),
            new Column<ConventionLine>("Décision avant", r => r.Decision?.Deadline, 15),
            new Column<ConventionLine>("Signée le", r => r.Facts.SignedOn, 12),
            new Column<ConventionLine>("Places", r => r.Risk.PlacesAgreed, 10),
            new Column<ConventionLine>("Suivie par", r => r.Risk.Owner?.Holder?.Name ?? (r.Risk.Owner is { } post ? $"{post.Title} (vacant)" : ""), 26),
            new Column<ConventionLine>("Risques", r => string.Join("\u00A0; ", r.Risks.Select(k => k.Sentence)), 60),
        ], rows, $"{French.Count(rows.Count, "convention")} sur {French.Number(register.Total)}, au {French.Date(day.Today)}.");
        content.Position = 0;
        return File(content, TableWriter.XlsxType, TableWriter.FileName("Conventions", day.Today, "xlsx"));
    }

    private static string Names(IEnumerable<PartyLine> parties) => string.Join(", ", parties.Select(p => p.Title));
}
