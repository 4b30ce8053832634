using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Knowledge.Pages.KnowledgePages;

/// <summary>To the bin and out of it: nothing is destroyed.</summary>
[Allow(Permission.WriteKnowledge)]
internal sealed class BinModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    public KnowledgePage Known { get; private set; } = null!;

    /// <summary>Records that point at it.</summary>
    public int LinkedFrom { get; private set; }

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (!await FindAsync(id))
            return NotFound();
        LinkedFrom = await db.SubjectLinks.CountAsync(l => l.ToId == id, HttpContext.RequestAborted);
        return Page();
    }

    public Task<IActionResult> OnPostAsync(int id) => ActAsync(id, p => p.Bin(user.Name, day.Today), "Page mise à la corbeille.", "/connaissances", $"/connaissances/{id}/corbeille?handler=TakeOut");

    public Task<IActionResult> OnPostTakeOutAsync(int id) => ActAsync(id, p => p.TakeOut(), "Page sortie de la corbeille.", $"/connaissances/{id}", null);

    private async Task<IActionResult> ActAsync(int id, Action<KnowledgePage> act, string done, string next, string? undo)
    {
        if (!await FindAsync(id))
            return NotFound();
        try
        {
            act(Known);
            await db.SaveChangesAsync();
            (TempData["Toast"], TempData["ToastUndo"]) = (done, undo);
        }
        catch (Exception error) when (error is BrokenRuleException or DbUpdateConcurrencyException)
        {
            // Somebody did the same just before: it is where it was asked to be.
            TempData["Toast"] = error is BrokenRuleException ? error.Message : "La page a changé entre-temps : regardez, puis recommencez.";
        }
        return LocalRedirect(next);
    }

    private async Task<bool> FindAsync(int id)
    {
        if (await db.Set<KnowledgePage>().Include(p => p.Subject).FirstOrDefaultAsync(p => p.Id == id, HttpContext.RequestAborted) is not { } page)
            return false;
        Known = page;
        return true;
    }
}
