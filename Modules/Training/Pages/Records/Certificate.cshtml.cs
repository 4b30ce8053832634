using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Training.Pages.Records;

/// <summary>The certificate of one training that counts, on one sheet, for the person to keep.</summary>
[Allow(Permission.Read)]
internal sealed class CertificateModel(IntranetDb db, CurrentUser user, BusinessDay day, TrainingBoard board) : PageModel
{
    public OpenRecord Open { get; private set; } = null!;
    public DateOnly? Until { get; private set; }

    /// <summary>Where the person worked that day, and as what.</summary>
    public FileJob? Job { get; private set; }
    public DateOnly Today => day.Today;

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (await db.FindRecordAsync(user, id, Today) is not { Record.Counts: true } open)
            return NotFound();
        Open = open;
        var (record, cancellation) = (open.Record, HttpContext.RequestAborted);
        Until = (await board.ReadAsync(db, Today, cancellation)).Held(record.PersonId, record.CourseId).Where(p => p.From == record.CompletedOn).Select(p => p.To).FirstOrDefault();
        Job = await db.Set<StaffMember>().AsNoTracking().Where(s => s.PersonId == record.PersonId && s.From <= record.CompletedOn && (s.To == null || s.To >= record.CompletedOn)).OrderBy(s => s.From)
            .Select(s => new FileJob { Place = s.Establishment!.Subject.Title, Function = s.Function, From = s.From, To = s.To }).FirstOrDefaultAsync(cancellation);
        return Page();
    }
}
