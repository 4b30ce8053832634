using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Intranet.Conventions.Pages.Conventions.Texts;

/// <summary>The text of the convention as a Word file made from its record.</summary>
[Allow(Permission.Read)]
internal sealed class DraftModel(IntranetDb db, CurrentUser user, BusinessDay day, Choices choices, TimeProvider clock) : PageModel
{
    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (await ConventionDraft.ReadAsync(db, user, choices, day.Today, id, HttpContext.RequestAborted) is not { } draft)
            return NotFound();
        var content = new MemoryStream();
        new DraftText(draft, day.Today).Save(content, clock.GetUtcNow().UtcDateTime);
        content.Position = 0;
        return File(content, FileType.Of("docx").MediaType, $"{draft.Convention.Number} {(!draft.Convention.IsSigned ? "projet" : "texte")}.docx");
    }
}
