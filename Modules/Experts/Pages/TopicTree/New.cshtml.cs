using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Intranet.Experts.Pages.TopicTree;

/// <summary>Adds a topic to the tree.</summary>
[Allow(Permission.Administer)]
internal sealed class NewModel(IntranetDb db) : PageModel
{
    [BindProperty]
    public TopicInput Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Parents { get; private set; } = [];

    public Task OnGetAsync() => ReadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await ReadAsync();
        if (!ModelState.IsValid)
            return this.Invalid();
        try
        {
            var topic = await Input.WriteAsync(db, null);
            db.Add(topic);
            await db.SaveChangesAsync();
            TempData["Toast"] = "Thème ajouté.";
            return LocalRedirect($"/experts/themes/{topic.Id}");
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
    }

    private async Task ReadAsync() => Parents = await TopicInput.ParentsAsync(db, null, HttpContext.RequestAborted);
}
