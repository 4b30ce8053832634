using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Knowledge.Pages.KnowledgeSections;

/// <summary>Names a section otherwise, or places it elsewhere.</summary>
[Allow(Permission.Administer)]
internal sealed class EditModel(IntranetDb db) : PageModel
{
    [BindProperty]
    public SectionInput Input { get; set; } = new();

    public Section Section { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Parents { get; private set; } = [];
    public FormConflict? Conflict { get; private set; }

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (!await FindAsync(id))
            return NotFound();
        Input = SectionInput.Of(Section);
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
            db.Expect(Section, Input.Version);
            await Input.WriteAsync(db, Section, HttpContext.RequestAborted);
            await db.SaveChangesAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            if (!await FindAsync(id))
                return NotFound();
            Conflict = await FormConflict.BetweenAsync(this, db, id, Input, SectionInput.Of(Section), (nameof(Input.ParentId), Parents));
            return Page();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        TempData["Toast"] = "Rubrique enregistrée.";
        return LocalRedirect($"/connaissances/rubriques/{id}");
    }

    private async Task<bool> FindAsync(int id)
    {
        if (await db.Set<Section>().Include(s => s.Subject).FirstOrDefaultAsync(s => s.Id == id, HttpContext.RequestAborted) is not { } section)
            return false;
        Section = section;
        Parents = SectionInput.Parents(await SectionTree.ReadAsync(db, HttpContext.RequestAborted), id);
        return true;
    }
}
