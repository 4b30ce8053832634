using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Knowledge.Pages.Laws;

/// <summary>A text, and the pages that are to be read again when it changes.</summary>
[Allow(Permission.Read)]
internal sealed class ShowModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    public LawText Law { get; private set; } = null!;
    public IReadOnlyList<ReviewedPage> Pages { get; private set; } = [];
    public DateOnly Today => day.Today;
    public bool CanWrite => user.May(Permission.WriteKnowledge);

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (await db.Set<LawText>().AsNoTracking().FirstOrDefaultAsync(l => l.Id == id, HttpContext.RequestAborted) is not { } law)
            return NotFound();
        Law = law;
        Pages = await db.Set<KnowledgePage>().Published().Where(p => p.Subject.Links.Any(l => l.ToId == id && l.Role == LinkRole.RestsOn)).ReviewedAsync(db, Today, HttpContext.RequestAborted);
        return Page();
    }
}
