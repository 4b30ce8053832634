using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Experts.Pages.Requests;

/// <summary>A document of a request, to whoever reads it; always a download. The common page refuses it, since the request is out of every list's sight.</summary>
[Allow(Permission.Read)]
internal sealed class FileModel(IntranetDb db, CurrentUser user, BusinessDay day, FileStore store) : PageModel
{
    public async Task<IActionResult> OnGetAsync(int id, int file, CancellationToken cancellation)
    {
        var readable = db.Set<SupportRequest>().Readable(db, user, day.Today);
        var stored = await db.Set<StoredFile>().AsNoTracking().FirstOrDefaultAsync(f => f.Id == file && f.SubjectId == id && readable.Any(r => r.Id == f.SubjectId), cancellation);
        if (stored is null || await store.OpenAsync(stored, cancellation) is not { } content)
            return NotFound();
        return File(content, FileType.Of(stored.Type).MediaType, stored.Name);
    }
}
