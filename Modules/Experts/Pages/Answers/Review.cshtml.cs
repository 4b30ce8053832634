using System.ComponentModel.DataAnnotations;
using Intranet.Shared;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Experts.Pages.Answers;

/// <summary>« Relire et publier » : somebody else than the author says that nothing designates anybody.</summary>
[Allow(Permission.Read)]
internal sealed class ReviewModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public SharedAnswer Answer { get; private set; } = null!;
    public bool IsAuthor => Answer.DraftedBy == user.Name;

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (!await FindAsync(id))
            return NotFound();
        if (IsAuthor || Answer.State is AnswerState.Published or AnswerState.Draft)
            return LocalRedirect($"/appuis/reponses/{id}");
        Input = new() { Version = Answer.Version };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id)
    {
        if (!await FindAsync(id))
            return NotFound();
        if (!(Input.NoName && Input.NoPlaceAndDate && Input.NoRareDetail))
            ModelState.AddModelError("", "Cochez les trois lignes une fois vérifiées ; sinon, modifiez le texte.");
        if (!ModelState.IsValid)
            return this.Invalid();
        try
        {
            db.Expect(Answer, Input.Version);
            Answer.Publish(user.Name, day.Today);
            await db.SaveChangesAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            if (!await FindAsync(id))
                return NotFound();
            // What was checked is another text: it is read anew.
            Input = new() { Version = Answer.Version };
            ModelState.Clear();
            ModelState.AddModelError("", "Le texte a changé pendant votre relecture : le voici. Relisez-le avant de publier.");
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        TempData["Toast"] = "Réponse publiée : tout le monde la lit.";
        return LocalRedirect($"/appuis/reponses/{id}");
    }

    private async Task<bool> FindAsync(int id)
    {
        if (await db.Set<SharedAnswer>().Include(a => a.Subject).Include(a => a.Topic).Writable(db, user, day.Today).FirstOrDefaultAsync(a => a.Id == id, HttpContext.RequestAborted) is not { } answer)
            return false;
        Answer = answer;
        return true;
    }

    public sealed class InputModel : IVersionedInput
    {
        [Display(Name = "Aucun nom : ni personne accompagnée, ni proche, ni collègue")]
        public bool NoName { get; set; }

        [Display(Name = "Aucun lieu avec une date qui, ensemble, désignent quelqu’un")]
        public bool NoPlaceAndDate { get; set; }

        [Display(Name = "Aucun détail rare : métier, fait, maladie ou famille que l’on reconnaîtrait")]
        public bool NoRareDetail { get; set; }

        public int Version { get; set; }
    }
}
