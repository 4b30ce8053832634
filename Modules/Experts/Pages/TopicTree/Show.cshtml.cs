using Intranet.Shared;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Experts.Pages.TopicTree;

/// <summary>One topic: by what names it goes, who knows it. Administration retires it, or puts it back.</summary>
[Allow(Permission.Read)]
internal sealed class ShowModel(IntranetDb db, CurrentUser user, BusinessDay day, NetworkBoard board) : PageModel
{
    private const int Most = 30;

    [BindProperty]
    public int Version { get; set; }

    public Topic Topic { get; private set; } = null!;
    public Network Network { get; private set; } = null!;
    public ExpertResults Results { get; private set; } = null!;
    public IReadOnlyList<FoundExpert> Shown => [.. Results.Found.Take(Most)];
    public bool CanWrite => user.May(Permission.Administer);

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (!await ReadAsync(id))
            return NotFound();
        Version = Topic.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id)
    {
        if (!await ReadAsync(id))
            return NotFound();
        if (!CanWrite)
            return Forbid();
        var isBack = Topic.RetiredOn is not null;
        try
        {
            db.Expect(Topic, Version);
            if (isBack)
                Topic.Restore();
            else
                Topic.Retire(day.Today);
            await db.SaveChangesAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            if (!await ReadAsync(id))
                return NotFound();
            Version = Topic.Version;
            ModelState.Clear();
            ModelState.AddModelError("", "Ce thème a changé entre-temps\u00a0: relisez, puis recommencez.");
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }
        TempData["Toast"] = isBack ? "Thème remis." : "Thème retiré : il n’est plus proposé.";
        return LocalRedirect($"/experts/themes/{id}");
    }

    private async Task<bool> ReadAsync(int id)
    {
        if (await db.Set<Topic>().Include(t => t.Subject).Include(t => t.Parent).FirstOrDefaultAsync(t => t.Id == id, HttpContext.RequestAborted) is not { } topic)
            return false;
        Topic = topic;
        Network = await board.ReadAsync(db, day.Today, HttpContext.RequestAborted);
        Results = ExpertSearch.Search(Network, new() { Topics = [id] });
        return true;
    }
}
