using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Host.Pages.Files;

/// <summary>The documents of a record: its sheet posts here, and a refusal is shown here.</summary>
[Allow(Permission.Read)]
[UploadLimit]
[RequestSizeLimit(FileType.MaximumSize + (1024 * 1024))]
[RequestFormLimits(MultipartBodyLengthLimit = FileType.MaximumSize + (1024 * 1024))]
internal sealed class OfModel(IntranetDb db, CurrentUser user, FileStore store, SubjectKinds kinds) : PageModel
{
    public string Title { get; private set; } = "";
    public string Address { get; private set; } = "/";

    /// <summary>Where the record shows its documents.</summary>
    public string Back { get; private set; } = "/";

    public FileList List { get; private set; } = null!;

    private bool mayWrite;

    public async Task<IActionResult> OnGetAsync(int id) => await FindAsync(id) ? await ShowAsync(id, null) : NotFound();

    public async Task<IActionResult> OnPostAsync(int id, IFormFile? file, CancellationToken cancellation)
    {
        if (!await FindAsync(id))
            return NotFound();
        if (!mayWrite)
            return Forbid();
        try
        {
            if (file is null)
                throw new BrokenRuleException("Choisissez un fichier.");
            await using var content = file.OpenReadStream();
            await store.AddAsync(id, file.FileName, content, user, cancellation);
        }
        catch (Exception e) when (e is BrokenRuleException or IdentityRefusedException)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return await ShowAsync(id, e.Message);
        }
        TempData["Toast"] = "Document ajouté.";
        return LocalRedirect(Back);
    }

    public async Task<IActionResult> OnPostRemoveAsync(int id, int file, CancellationToken cancellation)
    {
        if (!await FindAsync(id))
            return NotFound();
        if (!mayWrite)
            return Forbid();
        if (await db.Set<StoredFile>().FirstOrDefaultAsync(f => f.Id == file && f.SubjectId == id, cancellation) is not { } stored)
            return NotFound();
        await store.RemoveAsync(stored, cancellation);
        TempData["Toast"] = "Document supprimé.";
        return LocalRedirect(Back);
    }

    private async Task<bool> FindAsync(int id)
    {
        var subject = await db.Subjects.InScope(db, user).Where(s => s.Id == id).Select(s => new { s.Kind, s.Title }).FirstOrDefaultAsync();
        if (subject is null)
            return false;
        (Title, Address, mayWrite) = (subject.Title, kinds.AddressOf(subject.Kind, id), user.May(kinds[subject.Kind].Write));
        Back = Address + kinds[subject.Kind].Documents;
        // Everybody reads the sheet of an establishment; only those who belong to it write there.
        if (mayWrite && subject.Kind == Contacts.ContactsModule.Establishment.Code)
            mayWrite = await db.Subjects.OwnedBy(db, user).AnyAsync(s => s.Id == id);
        return true;
    }

    private async Task<PageResult> ShowAsync(int id, string? problem)
    {
        List = await FileList.ReadAsync(db, id, mayWrite, problem);
        return Page();
    }
}
