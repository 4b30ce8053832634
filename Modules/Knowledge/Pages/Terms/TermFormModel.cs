using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Knowledge.Pages.Terms;

/// <summary>What the forms of a new and of a known term share.</summary>
internal abstract class TermFormModel(IntranetDb db, GlossaryWords words) : PageModel
{
    protected IntranetDb Db => db;

    [BindProperty]
    public TermInput Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Others { get; protected set; } = [];
    public FormConflict? Conflict { get; protected set; }

    /// <summary>Saves the term; what was found as an unknown acronym is known from now on.</summary>
    protected async Task SaveAsync(GlossaryTerm term)
    {
        var acronyms = CodeList.Split(term.Acronyms).ToList();
        if (acronyms.Count > 0)
            db.RemoveRange(await db.Set<UnknownAcronym>().Where(u => acronyms.Contains(u.Acronym)).ToListAsync());
        await db.SaveChangesAsync();
        words.Forget();
    }
}
