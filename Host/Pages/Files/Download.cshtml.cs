using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Host.Pages.Files;

/// <summary>A document, to whoever may see its record; always a download, never shown by the browser as a page of ours.</summary>
[Allow(Permission.Read)]
internal sealed class DownloadModel(IntranetDb db, CurrentUser user, FileStore store) : PageModel
{
    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellation)
    {
        var visible = db.Subjects.InScope(db, user);
        var file = await db.Set<StoredFile>().AsNoTracking().FirstOrDefaultAsync(f => f.Id == id && visible.Any(s => s.Id == f.SubjectId), cancellation);
        if (file is null || await store.OpenAsync(file, cancellation) is not { } content)
            return NotFound();
        return File(content, FileType.Of(file.Type).MediaType, file.Name);
    }
}
