using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Host.Pages.Imports;

/// <summary>The lines in error, to be corrected in the file; values that look like an identity stay masked.</summary>
[Allow(Permission.Import)]
internal sealed class ErrorsModel(IntranetDb db, Importer importer, CurrentUser user, BusinessDay day) : PageModel
{
    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (await db.RunOfAsync(importer, user, id) is null)
            return NotFound();
        var rows = await db.Set<ImportLine>().Where(l => l.RunId == id && l.Action == ImportAction.Error).OrderBy(l => l.Line).ThenBy(l => l.Id).ToListAsync();
        var content = new MemoryStream();
        Workbook.Write(content, "Lignes en erreur",
        [
            new Column<ImportLine>("Ligne", l => l.Line, 8),
            new Column<ImportLine>("Colonne", l => l.Column),
            new Column<ImportLine>("Valeur", l => l.Value, 40),
            new Column<ImportLine>("À corriger", l => l.Title, 80),
        ], rows);
        content.Position = 0;
        return File(content, TableWriter.XlsxType, TableWriter.FileName("Lignes en erreur", day.Today, "xlsx"));
    }
}
