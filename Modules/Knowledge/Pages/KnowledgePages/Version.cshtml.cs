using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Knowledge.Pages.KnowledgePages;

/// <summary>One version at its own address, which a frozen one keeps for whom it was handed to.</summary>
[Allow(Permission.Read)]
internal sealed class VersionModel(IntranetDb db, CurrentUser user, BusinessDay day, TimeProvider clock) : PageModel
{
    public PageHead Head { get; private set; } = null!;
    public PageRevision Revision { get; private set; } = null!;
    public Article Article { get; private set; } = null!;
    public bool IsMine => Revision.ById == user.Id;
    public bool MayPublish => Head.MayPublishOf(Revision.ById, user);
    public bool IsOnline => Revision.Number == Head.PublishedNumber;
    public bool MayDrop => Revision.State is not (RevisionState.Published or RevisionState.Dropped) && (IsMine || Head.Writes);

    public async Task<IActionResult> OnGetAsync(int id, int number)
    {
        if (!await FindAsync(id, number))
            return NotFound();
        (Article, _) = await PageHtml.WriteAsync(db, id, Revision.Text, HttpContext.RequestAborted);
        return Page();
    }

    /// <summary>« Abandonner » : one's own, or any for whoever writes knowledge.</summary>
    public async Task<IActionResult> OnPostDropAsync(int id, int number)
    {
        if (!await FindAsync(id, number))
            return NotFound();
        if (!MayDrop)
            return Forbid();
        try
        {
            Revision.Drop(clock.GetUtcNow().UtcDateTime);
            await db.SaveChangesAsync();
            TempData["Toast"] = "Version abandonnée.";
        }
        catch (BrokenRuleException broken)
        {
            TempData["Toast"] = broken.Message;
        }
        return LocalRedirect(Head.PublishedNumber is null ? "/connaissances" : $"/connaissances/{id}/versions");
    }

    private async Task<bool> FindAsync(int id, int number)
    {
        if (await PageHead.FindAsync(db, user, id, day.Today, HttpContext.RequestAborted) is not { } head
            || await db.Set<PageRevision>().Visible(db, user, day.Today).FirstOrDefaultAsync(r => r.PageId == id && r.Number == number, HttpContext.RequestAborted) is not { } revision)
            return false;
        (Head, Revision) = (head, revision);
        return true;
    }
}
