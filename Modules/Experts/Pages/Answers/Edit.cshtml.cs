using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Experts.Pages.Answers;

/// <summary>Another wording: what was published is read a second time anew.</summary>
[Allow(Permission.Read)]
internal sealed class EditModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel, IAnswerForm
{
    [BindProperty]
    public AnswerInput Input { get; set; } = new();

    public SharedAnswer Answer { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Topics { get; private set; } = [];
    public FormConflict? Conflict { get; private set; }

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (!await FindAsync(id))
            return NotFound();
        Input = AnswerInput.Of(Answer);
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
            db.Expect(Answer, Input.Version);
            Input.Write(Answer, Topics, user.Name, day.Today);
            await db.SaveChangesAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            if (!await FindAsync(id))
                return NotFound();
            Conflict = await FormConflict.BetweenAsync(this, db, id, Input, AnswerInput.Of(Answer), (nameof(Input.TopicId), Topics));
            return Page();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        TempData["Toast"] = Answer.State == AnswerState.ToRead ? "Réponse enregistrée : une autre personne la relit avant qu’elle soit publiée." : "Réponse enregistrée.";
        return LocalRedirect($"/appuis/reponses/{id}");
    }

    private async Task<bool> FindAsync(int id)
    {
        if (await db.Set<SharedAnswer>().Include(a => a.Subject).Writable(db, user, day.Today).FirstOrDefaultAsync(a => a.Id == id, HttpContext.RequestAborted) is not { } answer)
            return false;
        Answer = answer;
        Topics = await TopicItems.ReadAsync(db, answer.TopicId, HttpContext.RequestAborted);
        return true;
    }
}
