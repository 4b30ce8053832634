using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts.Pages.Posts;

/// <summary>Changes a post; its holders have pages of their own.</summary>
[Allow(Permission.WriteContacts)]
internal sealed class EditModel(IntranetDb db) : PageModel, IPostForm
{
    [BindProperty]
    public PostInput Input { get; set; } = new();

    public FormConflict? Conflict { get; private set; }
    public IReadOnlyList<SelectListItem> Levels { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Superiors { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (await ReadAsync(id) is not { } post)
            return NotFound();
        Input = PostInput.Of(post);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id)
    {
        if (await ReadAsync(id) is not { } stored)
            return NotFound();
        if (!ModelState.IsValid)
            return this.Invalid();
        try
        {
            var post = await db.Set<Post>().Include(p => p.Subject).Include(p => p.Holdings).SingleAsync(p => p.Id == id);
            db.Expect(post, Input.Version);
            Input.Apply(post);
            await db.SaveChangesAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            Conflict = await FormConflict.BetweenAsync(this, db, id, Input, PostInput.Of(stored), (nameof(Input.Level), Levels), (nameof(Input.SuperiorId), Superiors));
            return Page();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        TempData["Toast"] = "Poste modifié.";
        return LocalRedirect($"/postes/{id}");
    }

    private async Task<Post?> ReadAsync(int id)
    {
        var post = await db.Set<Post>().AsNoTracking().Include(p => p.Partner!.Kind).FirstOrDefaultAsync(p => p.Id == id && p.ClosedOn == null);
        if (post is null)
            return null;
        Levels = PostLevels.Items(post.Partner?.Kind);
        Superiors = await PostInput.SuperiorsAsync(db, post.PartnerId, post.EstablishmentId, id);
        return post;
    }
}
