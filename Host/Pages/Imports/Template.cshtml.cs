using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Intranet.Host.Pages.Imports;

/// <summary>The blank workbook of a kind, with one line of example.</summary>
[Allow(Permission.Import)]
internal sealed class TemplateModel(Importer importer, CurrentUser user) : PageModel
{
    public IActionResult OnGet(string kind)
    {
        if (importer.KindsFor(user).FirstOrDefault(k => k.Code == kind) is not { } known)
            return NotFound();
        var content = new MemoryStream();
        ExportFile.WriteTemplate(content, known);
        content.Position = 0;
        return File(content, TableWriter.XlsxType, $"modele-{known.Code}.xlsx");
    }
}
