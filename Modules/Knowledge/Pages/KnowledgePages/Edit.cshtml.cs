using Intranet.Shared;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Knowledge.Pages.KnowledgePages;

/// <summary>
/// Another wording of a page: everybody may propose one. It starts from one's own draft, from a former version (« rétablir »), else from what is published;
/// when another was published meanwhile, both are shown and one's own is kept.
/// </summary>
[Allow(Permission.Read)]
[RequestFormLimits(ValueLengthLimit = PageLimits.Form)]
internal sealed class EditModel(IntranetDb db, CurrentUser user, BusinessDay day, TimeProvider clock, PageNews news) : PageModel, IPageForm
{
    [BindProperty]
    public PageInput Input { get; set; } = new();

    public KnowledgePage Known { get; private set; } = null!;

    /// <summary>The version that the text comes from, when it isn't what is published.</summary>
    public PageRevision? Source { get; private set; }

    /// <summary>What was published meanwhile beside what was typed.</summary>
    public WordingConflict? Conflict { get; private set; }

    public PageInput Wording => Input;
    public Article? Preview { get; private set; }
    public IReadOnlyList<string> DeadLinks { get; private set; } = [];
    public int PageId => Known.Id;

    /// <summary>Who keeps a page publishes what others wrote; their own wording waits for another look, unless they write any page.</summary>
    public bool MayPublish => PageAccess.Writes(user);

    public async Task<IActionResult> OnGetAsync(int id, int? version, int? depuis)
    {
        if (!await FindAsync(id))
            return NotFound();
        var published = Known.PublishedNumber ?? 0;
        Input = PageInput.Of(Known);
        if ((depuis ?? version) is { } number)
        {
            Source = await db.Set<PageRevision>().AsNoTracking().Visible(db, user, day.Today).FirstOrDefaultAsync(r => r.PageId == id && r.Number == number, HttpContext.RequestAborted);
            if (Source is null || (depuis is null && Source.ById != user.Id))
                return NotFound();
            // One's own draft keeps what it was written from, so that saving it shows what was published since.
            Input = PageInput.Of(Source, depuis is null && Source.State is RevisionState.Draft or RevisionState.Returned ? Source.BasedOn : published);
            if (depuis is not null)
                Input.Why = Source.State == RevisionState.Published ? $"Retour à la version {number}" : $"Reprise de la version {number}, de {Source.By}";
        }
        else if (Own().Where(r => r.BasedOn == published).MaxBy(r => r.Number) is { } draft)
        {
            Source = draft;
            Input = PageInput.Of(draft, published);
        }
        DeadLinks = await PageText.DeadLinksAsync(db, Input.Text, HttpContext.RequestAborted);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id, string acte = "brouillon")
    {
        if (!await FindAsync(id))
            return NotFound();
        if (acte == "apercu" && Input.Text is not { Length: > KnowledgePage.LongestText })
        {
            ModelState.Clear();
            (Preview, _) = await PageHtml.WriteAsync(db, id, Input.Text ?? "", HttpContext.RequestAborted);
            DeadLinks = await PageText.DeadLinksAsync(db, Input.Text, HttpContext.RequestAborted);
            return Page();
        }
        if (!ModelState.IsValid)
            return this.Invalid();
        if (acte == "publier" && !MayPublish)
            return Forbid();
        if (Input.Version != (Known.PublishedNumber ?? 0))
            return await CompareAsync(id);
        try
        {
            PageText.Check(Input.Text);
            var now = clock.GetUtcNow().UtcDateTime;
            var revision = Known.Write(Input.Title!, Input.Summary ?? "", Input.Text ?? "", Input.Why ?? "", Input.Version, user.Id, user.Name, now);
            // What was taken up on a newer version leaves nothing behind.
            foreach (var former in Own().Where(r => r != revision).ToList())
                former.Drop(now);
            if (acte == "proposer")
                revision.Submit(now);
            else if (acte == "publier")
            {
                Known.Publish(revision, user.Name, day.Today, now);
                await news.TellAsync(Known, revision, HttpContext.RequestAborted);
            }
            db.Touch(Known);
            await db.SaveChangesAsync();
            TempData["Toast"] = acte switch { "publier" => $"Version {revision.Number} publiée.", "proposer" => "Version proposée : une autre personne la relit avant qu’elle soit publiée.", _ => "Brouillon enregistré." };
            return LocalRedirect(acte switch { "publier" => $"/connaissances/{id}", "proposer" => $"/connaissances/{id}/versions/{revision.Number}", _ => $"/connaissances/{id}/modifier?version={revision.Number}" });
        }
        catch (DbUpdateException error) when (error is DbUpdateConcurrencyException || error.InnerException is not null)
        {
            db.ChangeTracker.Clear();
            return await FindAsync(id) ? await CompareAsync(id) : NotFound();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
    }

    /// <summary>409: both texts side by side; saving again takes one's own up on what is published now.</summary>
    private async Task<PageResult> CompareAsync(int id)
    {
        var published = await db.Set<PageRevision>().AsNoTracking().FirstOrDefaultAsync(r => r.PageId == id && r.Number == Known.PublishedNumber, HttpContext.RequestAborted);
        if (published is not null && published.Number != Input.Version)
            Conflict = new(published.Number, published.By, published.PublishedAt ?? published.At, WordDiff.Between(published.Text, Input.Text ?? ""), published.Title);
        else
            ModelState.AddModelError("", "Cette page a été enregistrée ailleurs au même moment : votre texte est gardé ci-dessous, enregistrez-le de nouveau.");
        Input.Version = Known.PublishedNumber ?? 0;
        ModelState.Remove("Input.Version");
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private IEnumerable<PageRevision> Own() => Known.Revisions.Where(r => r.ById == user.Id && r.State is RevisionState.Draft or RevisionState.Returned);

    private async Task<bool> FindAsync(int id)
    {
        var account = user.Id;
        if (await db.Set<KnowledgePage>().Include(p => p.Subject).Include(p => p.Revisions.Where(r => r.ById == account && r.PublishedAt == null && r.DroppedAt == null && r.SubmittedAt == null)).AsSplitQuery()
            .Visible(db, user, day.Today).FirstOrDefaultAsync(p => p.Id == id, HttpContext.RequestAborted) is not { } page)
            return false;
        Known = page;
        return true;
    }
}

/// <param name="Parts">From what is published to what was typed.</param>
internal sealed record WordingConflict(int Number, string By, DateTime At, IReadOnlyList<DiffPart> Parts, string Title);
