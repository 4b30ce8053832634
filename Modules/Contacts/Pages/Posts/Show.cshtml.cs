using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts.Pages.Posts;

/// <summary>A post: who holds it, who held it, who answers today.</summary>
[Allow(Permission.Read)]
internal sealed class ShowModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    public PostSheet Post { get; private set; } = null!;

    /// <summary>Said when the holder doesn't answer in person: vacant, away.</summary>
    public PostAnswer? Line { get; private set; }
    public DateOnly Today => day.Today;
    public bool CanWrite => user.May(Permission.WriteContacts);
    public Freshness Freshness => Verification.Of(Post.VerifiedOn, Post.VerifyEveryMonths, Today);
    public IEnumerable<PostHolder> Holders => Post.Holders.Where(h => h.IsOn(Today)).OrderBy(h => h.From);
    public IEnumerable<PostHolder> Coming => Post.Holders.Where(h => h.From > Today).OrderBy(h => h.From);
    public IEnumerable<PostHolder> Former => Post.Holders.Where(h => h.To < Today);
    public bool IsVacant => !Post.IsServiceLine && Post.ClosedOn is null && !Holders.Any();

    public async Task<IActionResult> OnGetAsync(int id)
    {
        var post = await PostSheet.Of(db.Set<Post>().Where(p => p.Id == id), Today).FirstOrDefaultAsync(HttpContext.RequestAborted);
        if (post is null)
            return NotFound();
        Post = post;
        if (!post.IsServiceLine && post.ClosedOn is null && Holders.FirstOrDefault() is null or { IsAway: true })
            Line = (await PostLineQuery.OfAsync(db, [id], Today, HttpContext.RequestAborted)).Answer(id);
        return Page();
    }

    public async Task<IActionResult> OnPostVerifyAsync(int id)
    {
        var post = await db.Set<Post>().Include(p => p.Subject).FirstOrDefaultAsync(p => p.Id == id);
        if (post is null)
            return NotFound();
        post.Verify(Today, user.Name);
        await db.SaveChangesAsync();
        TempData["Toast"] = "Coordonnées vérifiées.";
        return LocalRedirect($"/postes/{id}");
    }
}
