using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Intranet.Conventions.Pages.Conventions.Ending;

/// <summary>The letter before a tacit renewal as a Word file.</summary>
[Allow(Permission.Read)]
internal sealed class RenewalLetterFileModel(IntranetDb db, CurrentUser user, BusinessDay day, TimeProvider clock) : PageModel
{
    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (await RenewalLetter.ReadAsync(db, user, day.Today, id, HttpContext.RequestAborted) is not { Letter: { } letter })
            return NotFound();
        var content = new MemoryStream();
        letter.Save(content, clock.GetUtcNow().UtcDateTime);
        content.Position = 0;
        return File(content, FileType.Of("docx").MediaType, $"{letter.Facts.Number} lettre avant reconduction.docx");
    }
}
