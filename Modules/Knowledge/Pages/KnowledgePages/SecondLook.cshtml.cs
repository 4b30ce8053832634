using System.ComponentModel.DataAnnotations;
using Intranet.Shared;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Knowledge.Pages.KnowledgePages;

/// <summary>« Relire » : what changes, word by word; then it is published, or given back with a word.</summary>
[Allow(Permission.Read)]
internal sealed class SecondLookModel(IntranetDb db, CurrentUser user, BusinessDay day, TimeProvider clock, PageNews news) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public PageHead Head { get; private set; } = null!;
    public KnowledgePage Known { get; private set; } = null!;
    public PageRevision Revision { get; private set; } = null!;
    public Article Article { get; private set; } = null!;

    /// <summary>Empty for a first version: all of it is new.</summary>
    public IReadOnlyList<DiffPart> Changes { get; private set; } = [];

    /// <summary>Another version was published since this one was written.</summary>
    public bool IsBehind => Revision.BasedOn != (Known.PublishedNumber ?? 0);

    public IReadOnlyList<string> DeadLinks { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int id, int number)
    {
        if (!await FindAsync(id, number))
            return NotFound();
        if (Revision.State != RevisionState.Submitted)
            return LocalRedirect($"/connaissances/{id}/versions/{number}");
        await ShowAsync();
        return Page();
    }

    public Task<IActionResult> OnPostPublishAsync(int id, int number) => ActAsync(id, number, $"Version {number} publiée.", (page, revision) => page.Publish(revision, user.Name, day.Today, clock.GetUtcNow().UtcDateTime));

    public Task<IActionResult> OnPostReturnAsync(int id, int number) => ActAsync(id, number, "Version rendue à son auteur.", (_, revision) => revision.Return(user.Name, Input.ReturnedWhy ?? ""));

    private async Task<IActionResult> ActAsync(int id, int number, string done, Action<KnowledgePage, PageRevision> act)
    {
        if (!await FindAsync(id, number))
            return NotFound();
        if (ModelState.IsValid)
        {
            try
            {
                if (Revision.State != RevisionState.Submitted)
                    throw new BrokenRuleException("Cette version n’attend plus de relecture.");
                act(Known, Revision);
                if (Revision.State == RevisionState.Published)
                    await news.TellAsync(Known, Revision, HttpContext.RequestAborted);
                db.Touch(Known);
                await db.SaveChangesAsync();
                TempData["Toast"] = done;
                return LocalRedirect(Known.IsPublished ? $"/connaissances/{id}" : "/connaissances/a-relire");
            }
            catch (DbUpdateConcurrencyException)
            {
                db.ChangeTracker.Clear();
                if (!await FindAsync(id, number))
                    return NotFound();
                ModelState.AddModelError("", "La page a changé entre-temps : relisez, puis recommencez.");
                Response.StatusCode = StatusCodes.Status409Conflict;
                await ShowAsync();
                return Page();
            }
            catch (Exception error) when (this.Explain(error))
            {
                Response.StatusCode = IsBehind ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity;
            }
        }
        else
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }
        await ShowAsync();
        return Page();
    }

    private async Task ShowAsync()
    {
        Changes = Known.PublishedNumber is null ? [] : WordDiff.Between(Known.Text, Revision.Text);
        (Article, _) = await PageHtml.WriteAsync(db, Known.Id, Revision.Text, HttpContext.RequestAborted);
        DeadLinks = await PageText.DeadLinksAsync(db, Revision.Text, HttpContext.RequestAborted);
    }

    /// <summary>Only who may publish this version: to others the page doesn't exist.</summary>
    private async Task<bool> FindAsync(int id, int number)
    {
        if (await PageHead.FindAsync(db, user, id, day.Today, HttpContext.RequestAborted) is not { MayPublish: true } head
            || await db.Set<KnowledgePage>().Include(p => p.Subject).Include(p => p.Revisions.Where(r => r.Number == number)).AsSplitQuery().FirstOrDefaultAsync(p => p.Id == id, HttpContext.RequestAborted) is not { } page
            || page.Revisions.SingleOrDefault() is not { } revision || !head.MayPublishOf(revision.ById, user))
            return false;
        (Head, Known, Revision) = (head, page, revision);
        return true;
    }

    public sealed class InputModel
    {
        [Display(Name = "Ce qui est à reprendre"), StringLength(500), NoIdentity]
        public string? ReturnedWhy { get; set; }
    }
}
