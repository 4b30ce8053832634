using Intranet.Shared;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Knowledge.Pages.KnowledgeSections;

/// <summary>A section, its pages, and what takes it out of use once it is empty.</summary>
[Allow(Permission.Read)]
internal sealed class ShowModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    [BindProperty]
    public int Version { get; set; }

    public Section Section { get; private set; } = null!;
    public IReadOnlyList<SectionNode> Under { get; private set; } = [];
    public Paged<PageRow> Rows { get; private set; } = null!;
    public bool CanWrite => user.May(Permission.Administer);

    public async Task<IActionResult> OnGetAsync(int id, int p = 1)
    {
        if (!await ReadAsync(id, p))
            return NotFound();
        Version = Section.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id)
    {
        if (!await ReadAsync(id, 1))
            return NotFound();
        if (!CanWrite)
            return Forbid();
        var isBack = Section.RetiredOn is not null;
        try
        {
            db.Expect(Section, Version);
            if (isBack)
                Section.Restore();
            else if (await db.Set<KnowledgePage>().AnyAsync(p => p.SectionId == id, HttpContext.RequestAborted) || await db.Set<Section>().AnyAsync(s => s.ParentId == id && s.RetiredOn == null, HttpContext.RequestAborted))
                throw new BrokenRuleException("Cette rubrique n’est pas vide : rangez d’abord ailleurs ses pages, celles de la corbeille comprises, et ses rubriques.");
            else
                Section.Retire(day.Today);
            await db.SaveChangesAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            if (!await ReadAsync(id, 1))
                return NotFound();
            Version = Section.Version;
            ModelState.Clear();
            ModelState.AddModelError("", "Cette rubrique a changé entre-temps\u00a0: relisez, puis recommencez.");
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        TempData["Toast"] = isBack ? "Rubrique remise." : "Rubrique retirée : elle n’est plus proposée.";
        return LocalRedirect($"/connaissances/rubriques/{id}");
    }

    private async Task<bool> ReadAsync(int id, int number)
    {
        var cancellation = HttpContext.RequestAborted;
        if (await db.Set<Section>().Include(s => s.Subject).FirstOrDefaultAsync(s => s.Id == id, cancellation) is not { } section || (section.RetiredOn is not null && !CanWrite))
            return false;
        Section = section;
        Under = [.. (await SectionTree.ReadAsync(db, cancellation)).Where(s => s.ParentId == id && s.RetiredOn is null)];
        Rows = await db.Set<KnowledgePage>().AsNoTracking().Where(r => r.SectionId == id && r.PublishedNumber != null && r.BinnedOn == null).OrderBy(r => r.Order).ThenBy(r => r.Title).Rows().PageAsync(number, cancellation: cancellation);
        return true;
    }
}
