using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Intranet.Host.Pages.Imports;

/// <summary>Undoes a run, after a last look at what that means.</summary>
[Allow(Permission.Import)]
internal sealed class UndoModel(IntranetDb db, Importer importer, ImportUndo undo, CurrentUser user) : PageModel
{
    public ImportRun Run { get; private set; } = null!;
    public IImportKind Kind { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int id) => await OpenAsync(id) ?? Page();

    public async Task<IActionResult> OnPostAsync(int id)
    {
        if (await OpenAsync(id) is { } answer)
            return answer;
        await undo.RunAsync(id, user.Name, HttpContext.RequestAborted);
        TempData["Toast"] = "Import annulé.";
        return LocalRedirect($"/imports/{id}");
    }

    private async Task<IActionResult?> OpenAsync(int id)
    {
        if (await db.RunOfAsync(importer, user, id) is not { } found)
            return NotFound();
        (Run, Kind) = found;
        db.ChangeTracker.Clear();
        return Run.State == ImportState.Done ? null : LocalRedirect(Run.Address());
    }
}
