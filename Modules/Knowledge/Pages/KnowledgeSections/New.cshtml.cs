using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Intranet.Knowledge.Pages.KnowledgeSections;

/// <summary>Adds a section to the tree.</summary>
[Allow(Permission.Administer)]
internal sealed class NewModel(IntranetDb db) : PageModel
{
    [BindProperty]
    public SectionInput Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Parents { get; private set; } = [];

    public async Task OnGetAsync(int? dans)
    {
        Input.ParentId = dans;
        await ReadAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await ReadAsync();
        if (!ModelState.IsValid)
            return this.Invalid();
        try
        {
            var section = await Input.WriteAsync(db, null, HttpContext.RequestAborted);
            db.Add(section);
            await db.SaveChangesAsync();
            TempData["Toast"] = "Rubrique ajoutée.";
            return LocalRedirect($"/connaissances/rubriques/{section.Id}");
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
    }

    private async Task ReadAsync() => Parents = SectionInput.Parents(await SectionTree.ReadAsync(db, HttpContext.RequestAborted), null);
}
