using System.ComponentModel.DataAnnotations;
using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Meetings.Pages.Relations;

/// <summary>What became of an invitation; an accepted one leads to the meeting to plan.</summary>
[Allow(Permission.WriteMeetings)]
internal sealed class AnswerModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public Solicitation Solicitation { get; private set; } = null!;
    public string Partner { get; private set; } = "";
    public FormConflict? Conflict { get; private set; }
    public IReadOnlyList<SelectListItem> Answers { get; } = [.. Enum.GetValues<SolicitationAnswer>().Select(a => new SelectListItem(Labels.Of(a), a.ToString()))];

    public async Task<IActionResult> OnGetAsync(int id, int solicitation)
    {
        if (!await FindAsync(id, solicitation))
            return NotFound();
        Input = Filled();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id, int solicitation)
    {
        if (!await FindAsync(id, solicitation))
            return NotFound();
        if (!ModelState.IsValid)
            return this.Invalid();
        if (Filled().Version != Input.Version)
        {
            Conflict = await FormConflict.BetweenAsync(this, db, id, Input, Filled());
            return Page();
        }
        try
        {
            Solicitation.Answered(Input.Answer, Input.On, Input.Reason ?? "", day.Today);
            await db.SaveChangesAsync();
        }
        catch (BrokenRuleException broken)
        {
            ModelState.AddModelError("Input.On", broken.Message);
            return this.Invalid();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        TempData["Toast"] = Input.Answer == SolicitationAnswer.Accepted ? "Réponse notée. Il reste à planifier la rencontre." : "Réponse notée.";
        return LocalRedirect(Input.Answer == SolicitationAnswer.Accepted ? $"/rencontres/nouvelle?partenaire={id}" : $"/partenaires/{id}/sollicitations");
    }

    private async Task<bool> FindAsync(int id, int solicitation)
    {
        var partners = db.Set<Partner>().InScope(db, user);
        if (await db.Set<Solicitation>().Include(s => s.Partner).FirstOrDefaultAsync(s => s.Id == solicitation && s.PartnerId == id && partners.Any(p => p.Id == id)) is not { } found)
            return false;
        (Solicitation, Partner) = (found, found.Partner!.Name);
        return true;
    }

    private InputModel Filled() => new InputModel { Answer = Solicitation.Answer, On = Solicitation.AnsweredOn ?? day.Today, Reason = Solicitation.Reason }.Stamped();

    public sealed class InputModel : IVersionedInput
    {
        [Display(Name = "Réponse"), Required]
        public SolicitationAnswer Answer { get; set; }

        [Display(Name = "Réponse du")]
        public DateOnly? On { get; set; }

        [Display(Name = "Motif"), StringLength(1000), NoIdentity]
        public string? Reason { get; set; }

        public int Version { get; set; }
    }
}
