using System.ComponentModel.DataAnnotations;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Knowledge.Pages.KnowledgePages;

/// <summary>Marks a published version as the one that was handed to somebody, or takes the mark away.</summary>
[Allow(Permission.Read)]
internal sealed class FreezeModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public PageHead Head { get; private set; } = null!;
    public PageRevision Revision { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int id, int number) => await FindAsync(id, number) ? Page() : NotFound();

    /// <param name="geler">What was asked, so that two people who press don't undo one another.</param>
    public async Task<IActionResult> OnPostAsync(int id, int number, bool geler = true)
    {
        if (!await FindAsync(id, number))
            return NotFound();
        if (!ModelState.IsValid)
            return this.Invalid();
        try
        {
            if (geler)
                Revision.Freeze(user.Name, day.Today, Input.Why ?? "");
            else
                Revision.Unfreeze();
            await db.SaveChangesAsync();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        TempData["Toast"] = geler ? $"Version {number} figée." : $"Version {number} : plus figée.";
        return LocalRedirect($"/connaissances/{id}/versions/{number}");
    }

    private async Task<bool> FindAsync(int id, int number)
    {
        if (await PageHead.FindAsync(db, user, id, day.Today, HttpContext.RequestAborted) is not { MayPublish: true } head
            || await db.Set<PageRevision>().FirstOrDefaultAsync(r => r.PageId == id && r.Number == number && r.PublishedAt != null, HttpContext.RequestAborted) is not { } revision)
            return false;
        (Head, Revision) = (head, revision);
        return true;
    }

    public sealed class InputModel
    {
        [Display(Name = "Pour qui, pour quoi"), StringLength(200), NoIdentity]
        public string? Why { get; set; }
    }
}
