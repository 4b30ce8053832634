using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Conventions.Pages.Conventions.Texts;

/// <summary>Who changed what of the convention and of its parts, and when.</summary>
[Allow(Permission.Read)]
internal sealed class JournalModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    private const int Size = 50;

    public ConventionHead Head { get; private set; } = null!;
    public Paged<HistoryLine> Lines { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int id, int p = 1)
    {
        var cancellation = HttpContext.RequestAborted;
        if (await ConventionHead.ReadAsync(db, user, day.Today, id, "/journal", cancellation) is not { } head)
            return NotFound();
        Head = head;
        var entries = await db.AuditEntries.AsNoTracking().Where(a => a.SubjectId == id).OrderByDescending(a => a.At).ThenByDescending(a => a.Id).PageAsync(p, Size, cancellation);
        Lines = new Paged<HistoryLine>(await HistoryTeller.TellAsync(db, entries.Rows, cancellation), entries.Total, entries.Number, Size);
        return Page();
    }
}
