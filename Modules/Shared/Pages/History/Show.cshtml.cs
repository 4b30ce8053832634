using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Shared.Pages.History;

/// <summary>Who changed what on a record, for those who may see the record.</summary>
[Allow(Permission.Read)]
internal sealed class ShowModel(IntranetDb db, CurrentUser user, SubjectKinds kinds) : PageModel
{
    private const int Size = 50;

    public string Title { get; private set; } = "";
    public string Address { get; private set; } = "";
    public Paged<HistoryLine> Lines { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int id, int p = 1)
    {
        var subject = await db.Subjects.AsNoTracking().InScope(db, user).Where(s => s.Id == id).Select(s => new { s.Title, s.Kind }).FirstOrDefaultAsync();
        if (subject is null || !await MayReadAsync(id, kinds[subject.Kind]))
            return NotFound();
        (Title, Address) = (subject.Title, kinds.AddressOf(subject.Kind, id));
        var entries = await db.AuditEntries.AsNoTracking().Where(a => a.SubjectId == id)
            .OrderByDescending(a => a.At).ThenByDescending(a => a.Id).PageAsync(p, Size, HttpContext.RequestAborted);
        Lines = new Paged<HistoryLine>(await HistoryTeller.TellAsync(db, entries.Rows, HttpContext.RequestAborted), entries.Total, entries.Number, Size);
        return Page();
    }

    private async Task<bool> MayReadAsync(int id, SubjectKind kind)
    {
        if (kind.History == Permission.Read)
            return true;
        var own = db.Subjects.OwnedBy(db, user);
        return user.May(kind.History) && !await db.SubjectLinks.AnyAsync(l => l.FromId == id && l.Role == LinkRole.Establishment && !own.Any(o => o.Id == l.ToId), HttpContext.RequestAborted);
    }
}
