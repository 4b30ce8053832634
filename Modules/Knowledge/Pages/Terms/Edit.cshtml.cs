using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Knowledge.Pages.Terms;

/// <summary>Changes a word, its meanings, when it is in use and what one reads beside it.</summary>
[Allow(Permission.WriteKnowledge)]
internal sealed class EditModel(IntranetDb db, CurrentUser user, GlossaryWords words) : PageModel, ITermForm
{
    [BindProperty]
    public TermInput Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Others { get; private set; } = [];
    public FormConflict? Conflict { get; private set; }

    private TermChoices choices = null!;

    public GlossaryTerm Term { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (!await FindAsync(id))
            return NotFound();
        Input = TermInput.Of(Term, choices);
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
            db.Expect(Term, Input.Version);
            Input.Write(Term, choices);
            // Meanings and links are parts: the term's own version tells of them.
            db.Touch(Term);
            await Term.SaveAsync(db, words);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            if (!await FindAsync(id))
                return NotFound();
            Conflict = await FormConflict.BetweenAsync(this, db, id, Input, TermInput.Of(Term, choices), (nameof(Input.ReplacedById), Others));
            return Page();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        TempData["Toast"] = "Terme enregistré.";
        return LocalRedirect($"/glossaire/{id}");
    }

    private async Task<bool> FindAsync(int id)
    {
        if (await db.Set<GlossaryTerm>().Include(t => t.Subject.Links).Include(t => t.Meanings).AsSingleQuery().FirstOrDefaultAsync(t => t.Id == id, HttpContext.RequestAborted) is not { } term)
            return false;
        Term = term;
        choices = await TermChoices.ReadAsync(db, user, HttpContext.RequestAborted);
        Others = choices.Others(id);
        return true;
    }
}
