using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Knowledge.Pages.Laws;

[Allow(Permission.WriteKnowledge)]
internal sealed class EditModel(IntranetDb db) : PageModel, ILawForm
{
    [BindProperty]
    public LawInput Input { get; set; } = new();

    public LawText Law { get; private set; } = null!;
    public int Tied { get; private set; }
    public FormConflict? Conflict { get; private set; }

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (!await FindAsync(id))
            return NotFound();
        Input = LawInput.Of(Law);
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
            db.Expect(Law, Input.Version);
            Input.Write(Law);
            await db.SaveChangesAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            if (!await FindAsync(id))
                return NotFound();
            Conflict = await FormConflict.BetweenAsync(this, db, id, Input, LawInput.Of(Law));
            return Page();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        TempData["Toast"] = "Texte enregistré.";
        return LocalRedirect($"/connaissances/textes/{id}");
    }

    private async Task<bool> FindAsync(int id)
    {
        if (await db.Set<LawText>().Include(l => l.Subject).FirstOrDefaultAsync(l => l.Id == id, HttpContext.RequestAborted) is not { } law)
            return false;
        Law = law;
        Tied = await db.Set<KnowledgePage>().Published().CountAsync(p => p.Subject.Links.Any(l => l.ToId == id && l.Role == LinkRole.RestsOn), HttpContext.RequestAborted);
        return true;
    }
}
