using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Conventions.Pages.Conventions.Amending;

/// <summary>One amendment: what it changes, before and after.</summary>
[Allow(Permission.Read)]
internal sealed class ShowModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    public ConventionHead Head { get; private set; } = null!;
    public Convention Convention { get; private set; } = null!;
    public Amendment Amendment { get; private set; } = null!;
    public IReadOnlyList<AmendmentEffect> Effects { get; private set; } = [];
    public DateOnly Today => day.Today;
    public bool CanWrite => user.May(Permission.WriteConventions) && Amendment.IsProject;
    public bool CanRectify => user.May(Permission.DecideConventions) && Amendment.Holds;
    public bool CanSign => user.May(Permission.DecideConventions) && Amendment.IsProject;

    public async Task<IActionResult> OnGetAsync(int id, int number)
    {
        if (await ConventionHead.ReadAsync(db, user, day.Today, id, "/signataires", HttpContext.RequestAborted) is not { } head)
            return NotFound();
        Convention = await db.Set<Convention>().AsNoTracking().WithAmendments().FirstAsync(c => c.Id == id);
        if (Convention.Amendments.FirstOrDefault(a => a.Number == number) is not { } amendment)
            return NotFound();
        (Head, Amendment, Effects) = (head, amendment, AmendmentWords.Effects(Convention, amendment));
        return Page();
    }
}
