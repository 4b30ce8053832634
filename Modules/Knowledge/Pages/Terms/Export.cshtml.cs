using Intranet.Knowledge.Imports;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Intranet.Knowledge.Pages.Terms;

/// <summary>The whole glossary as a workbook, which the import reads again.</summary>
[Allow(Permission.Read)]
internal sealed class ExportModel(IntranetDb db, BusinessDay day) : PageModel
{
    public async Task<FileResult> OnGetAsync()
    {
        var kind = new GlossaryExport();
        var content = new MemoryStream();
        ExportFile.Write(content, kind, await kind.RowsAsync(db, HttpContext.RequestAborted), ".xlsx");
        content.Position = 0;
        return File(content, TableWriter.XlsxType, TableWriter.FileName("Glossaire", day.Today, "xlsx"));
    }
}
