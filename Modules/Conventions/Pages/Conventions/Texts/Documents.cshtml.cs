using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Intranet.Conventions.Pages.Conventions.Texts;

/// <summary>The documents kept with a convention, and those that the product makes from it.</summary>
[Allow(Permission.Read)]
internal sealed class DocumentsModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    public ConventionHead Head { get; private set; } = null!;
    public FileList Files { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (await ConventionHead.ReadAsync(db, user, day.Today, id, "/documents", HttpContext.RequestAborted) is not { } head)
            return NotFound();
        Head = head;
        Files = await FileList.ReadAsync(db, id, user.May(ConventionsModule.Convention.Write), cancellation: HttpContext.RequestAborted);
        return Page();
    }
}
