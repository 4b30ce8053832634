using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Conventions.Pages.Conventions.Signing;

/// <summary>Who signs, where each signature stands, who has the next move, and the amendments since.</summary>
[Allow(Permission.Read)]
internal sealed class IndexModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    public ConventionHead Head { get; private set; } = null!;
    public Convention Convention { get; private set; } = null!;
    public IReadOnlyList<SignatoryLine> Lines { get; private set; } = [];
    public DateOnly Today => day.Today;
    public bool CanWrite => user.May(Permission.WriteConventions);
    public bool CanDecide => user.May(Permission.DecideConventions);

    public bool IsOpen => Convention is { IsSigned: false, AbandonedOn: null };
    public int Pending => Lines.Count(l => l.Signatory.IsPending);
    public int Signed => Lines.Count(l => l.Signatory.SignedOn is not null);

    /// <summary>A letter may leave for one of them at least.</summary>
    public bool CanRemind => CanWrite && IsOpen && Convention.SentForSignatureOn is not null && Pending > 0;

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (await ConventionHead.ReadAsync(db, user, day.Today, id, "/signataires", HttpContext.RequestAborted) is not { } head)
            return NotFound();
        Head = head;
        Convention = await db.Set<Convention>().AsNoTracking().Include(c => c.Kind).Include(c => c.Signatories).WithAmendments().FirstAsync(c => c.Id == id);
        Lines = await SignatoryLine.ReadAsync(db, Convention, HttpContext.RequestAborted);
        return Page();
    }
}
