using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Intranet.Knowledge.Pages.KnowledgePages;

/// <summary>A page on paper, with the day and the version: paper doesn't stay true.</summary>
[Allow(Permission.Read)]
internal sealed class PrintModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    public PageSheet Sheet { get; private set; } = null!;
    public Article Article { get; private set; } = null!;
    public DateOnly Today => day.Today;
    public string Reader => user.Name;
    public string Address => $"{Request.Scheme}://{Request.Host}/connaissances/{Sheet.Id}";

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (await PageSheet.FindAsync(db, user, id, day.Today, HttpContext.RequestAborted) is not { IsPublished: true } sheet)
            return NotFound();
        Sheet = sheet;
        // Without bubbles: they don't open on paper.
        (Article, _) = await PageHtml.WriteAsync(db, id, sheet.Text, HttpContext.RequestAborted);
        return Page();
    }
}
