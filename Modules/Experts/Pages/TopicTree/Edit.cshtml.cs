using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Experts.Pages.TopicTree;

/// <summary>Names a topic otherwise, or places it elsewhere in its family.</summary>
[Allow(Permission.Administer)]
internal sealed class EditModel(IntranetDb db) : PageModel
{
    [BindProperty]
    public TopicInput Input { get; set; } = new();

    public Topic Topic { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Parents { get; private set; } = [];
    public FormConflict? Conflict { get; private set; }

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (!await FindAsync(id))
            return NotFound();
        Input = TopicInput.Of(Topic);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id)
    {
        if (!await FindAsync(id))
            return NotFound();
        if (!ModelState.IsValid)
            return this.Invalid();
        try
        {
            db.Expect(Topic, Input.Version);
            await Input.WriteAsync(db, Topic);
            await db.SaveChangesAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            if (!await FindAsync(id))
                return NotFound();
            Conflict = await FormConflict.BetweenAsync(this, db, id, Input, TopicInput.Of(Topic), (nameof(Input.ParentId), Parents));
            return Page();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        TempData["Toast"] = "Thème enregistré.";
        return LocalRedirect($"/experts/themes/{id}");
    }

    private async Task<bool> FindAsync(int id)
    {
        if (await db.Set<Topic>().Include(t => t.Subject).FirstOrDefaultAsync(t => t.Id == id, HttpContext.RequestAborted) is not { } topic)
            return false;
        Topic = topic;
        Parents = await TopicInput.ParentsAsync(db, topic, HttpContext.RequestAborted);
        return true;
    }
}
