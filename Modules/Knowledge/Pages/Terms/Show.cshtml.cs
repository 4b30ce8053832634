using Intranet.Shared;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Knowledge.Pages.Terms;

/// <summary>One word: what it means to each side, where it comes from, where one meets it. Whoever writes knowledge verifies it in one click, retires it or puts it back.</summary>
[Allow(Permission.Read)]
internal sealed class ShowModel(IntranetDb db, CurrentUser user, BusinessDay day, ISubjectIndex index, SubjectKinds kinds, GlossaryWords words) : PageModel
{
    private const int MostUses = 12;

    public GlossaryTerm Term { get; private set; } = null!;
    public IReadOnlyList<GlossaryTerm> Replaces { get; private set; } = [];
    public IReadOnlyList<(string Title, string Kind, string Address)> SeeAlso { get; private set; } = [];
    public IReadOnlyList<TermUse> Uses { get; private set; } = [];
    public bool CanWrite => user.May(Permission.WriteKnowledge);

    /// <summary>« Jusqu’au 31/12/2019, remplacé par TJ. »</summary>
    public string Ended => TermCard.Ended(Term.Until, Term.ReplacedBy is { } other ? CompiledTerm.Short(other.Name, other.Acronyms) : null);

    public async Task<IActionResult> OnGetAsync(int id) => await ReadAsync(id) ? Page() : NotFound();

    public Task<IActionResult> OnPostVerifyAsync(int id, int version) => SaveAsync(id, version, t => t.Verify(day.Today), "Définition vérifiée.");

    public Task<IActionResult> OnPostRetireAsync(int id, int version) => SaveAsync(id, version, t => t.Retire(day.Today), "Terme retiré : il n’est plus expliqué dans les pages.");

    public Task<IActionResult> OnPostRestoreAsync(int id, int version) => SaveAsync(id, version, t => t.Restore(), "Terme remis dans le glossaire.");

    private async Task<IActionResult> SaveAsync(int id, int version, Action<GlossaryTerm> change, string toast)
    {
        if (await db.Set<GlossaryTerm>().Include(t => t.Subject).FirstOrDefaultAsync(t => t.Id == id) is not { } term || (term.RetiredOn is not null && !CanWrite))
            return NotFound();
        if (!CanWrite)
            return Forbid();
        try
        {
            db.Expect(term, version);
            change(term);
            await db.SaveChangesAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            if (!await ReadAsync(id))
                return NotFound();
            ModelState.AddModelError("", "Ce terme a changé entre-temps : relisez, puis recommencez.");
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }
        words.Forget();
        TempData["Toast"] = toast;
        return LocalRedirect($"/glossaire/{id}");
    }

    private async Task<bool> ReadAsync(int id)
    {
        var cancellation = HttpContext.RequestAborted;
        if (await db.Set<GlossaryTerm>().AsNoTracking().Include(t => t.Meanings).Include(t => t.ReplacedBy).AsSingleQuery().FirstOrDefaultAsync(t => t.Id == id, cancellation) is not { } term || (term.RetiredOn is not null && !CanWrite))
            return false;
        Term = term;
        Replaces = await db.Set<GlossaryTerm>().AsNoTracking().Where(t => t.ReplacedById == id && t.RetiredOn == null).OrderBy(t => t.Name).ToListAsync(cancellation);
        SeeAlso = [.. (await db.Subjects.AsNoTracking().InScope(db, user).Where(s => s.LinkedFrom.Any(l => l.FromId == id && l.Role == LinkRole.SeeAlso) || (s.Kind == KnowledgeModule.Term.Code && s.Links.Any(l => l.ToId == id && l.Role == LinkRole.SeeAlso)))
            .OrderBy(s => s.FoldedTitle).ThenBy(s => s.Id).Select(s => new { s.Id, s.Title, s.Kind }).ToListAsync(cancellation)).Select(s => (s.Title, kinds[s.Kind].Label, kinds.AddressOf(s.Kind, s.Id)))];
        Uses = await term.UsesAsync(db, user, index, MostUses, cancellation);
        return true;
    }
}
