using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Intranet.Conventions.Pages.Conventions;

/// <summary>What the register shows, whole, as a workbook.</summary>
[Allow(Permission.Read)]
internal sealed class ExportModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "")]
    public ConventionFilter Filter { get; set; } = new();

    public async Task<FileResult> OnGetAsync()
    {
        var register = new ConventionRegister(db, user, day.Today);
        var rows = await register.ReadAsync(Filter, HttpContext.RequestAborted);
        foreach (var part in rows.Chunk(1000))
            await register.WithPartiesAsync(part, HttpContext.RequestAborted);
        var content = new MemoryStream();
        Workbook.Write(content, "Conventions",
        [
            new Column<ConventionRow>("Numéro", r => r.Facts.Number, 14),
            new Column<ConventionRow>("Intitulé", r => r.Facts.Title, 50),
            new Column<ConventionRow>("Nature", r => r.Facts.Kind, 28),
            new Column<ConventionRow>("État", r => r.State.Label()),
            new Column<ConventionRow>("Établissements", r => string.Join(", ", r.Establishments), 32),
            new Column<ConventionRow>("Partenaires", r => string.Join(", ", r.Partners), 40),
            new Column<ConventionRow>("Début", r => r.Facts.Start, 12),
            new Column<ConventionRow>("Fin de la période", r => r.End, 16),
            new Column<ConventionRow>("Reconduction", r => ConventionWords.Renewal(r.Facts), 30),
            new Column<ConventionRow>("Décision avant", r => r.Decision?.Deadline, 15),
            new Column<ConventionRow>("Signée le", r => r.Facts.SignedOn, 12),
            new Column<ConventionRow>("Places", r => r.Facts.Places, 10),
        ], rows);
        content.Position = 0;
        return File(content, TableWriter.XlsxType, TableWriter.FileName("Conventions", day.Today, "xlsx"));
    }
}
