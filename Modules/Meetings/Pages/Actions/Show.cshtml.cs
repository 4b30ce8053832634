using System.ComponentModel.DataAnnotations;
using Intranet.Shared;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Meetings.Pages.Actions;

/// <summary>What becomes of one action; everybody may say it of their own.</summary>
[Allow(Permission.Read)]
internal sealed class ShowModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    [BindProperty]
    [Display(Name = "Raison")]
    [StringLength(1000)]
    [NoIdentity]
    public string? Reason { get; set; }

    public ActionRow Row { get; private set; } = null!;
    public DateOnly Today => day.Today;
    public bool CanAct => Row.IsMine || (Row.IsVisible && user.May(Permission.WriteMeetings));
    public FormConflict? Conflict { get; private set; }

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (!await FindAsync(id))
            return NotFound();
        Input = Filled();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id)
    {
        if (!await FindAsync(id))
            return NotFound();
        if (!CanAct)
            return Forbid();
        if (!ModelState.IsValid)
            return this.Invalid();
        if (Filled().Version != Input.Version)
        {
            Conflict = await FormConflict.BetweenAsync(this, db, Row.MeetingId, Input, Filled());
            return Page();
        }
        return await SaveAsync(id, action => action.Do(Input.DoneOn, Input.Comment ?? "", Today), Input.DoneOn is null ? "Action enregistrée." : "Action faite.");
    }

    /// <summary>Done today, in one press from the list.</summary>
    public async Task<IActionResult> OnPostDoneAsync(int id)
    {
        if (!await FindAsync(id))
            return NotFound();
        if (!CanAct)
            return Forbid();
        if (Row.Version != Input.Version)
            return Request.WantsFragment() ? Partial("_ActionRow", (Row, Today, CanAct)) : Changed();
        ModelState.Clear();
        var answer = await SaveAsync(id, action => action.Do(Today, action.Comment, Today), "Action faite.");
        if (!Request.WantsFragment())
            return answer;
        TempData.Remove("Toast");
        await FindAsync(id);
        return Partial("_ActionRow", (Row, Today, CanAct));
    }

    public async Task<IActionResult> OnPostDropAsync(int id)
    {
        if (!await FindAsync(id))
            return NotFound();
        if (!CanAct)
            return Forbid();
        if (Row.Version != Input.Version)
            return Changed();
        Input = Filled();
        if (string.IsNullOrWhiteSpace(Reason))
            ModelState.AddModelError(nameof(Reason), "Dites pourquoi l’action est abandonnée.");
        return ModelState.IsValid ? await SaveAsync(id, action => action.Drop(Today, Reason!), "Action abandonnée.") : this.Invalid();
    }

    /// <summary>Somebody else said what became of it: it is shown as it is now, with the reason typed, and nothing is saved.</summary>
    private PageResult Changed()
    {
        ModelState.Clear();
        Input = Filled();
        ModelState.AddModelError("", $"Cette action a changé entre-temps\u00a0: {Labels.Of(Row.StateOn(Today)).ToLowerInvariant()}. Rien n’est enregistré\u00a0; vérifiez, puis recommencez si besoin.");
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private async Task<IActionResult> SaveAsync(int id, Action<MeetingOutcome> change, string toast)
    {
        try
        {
            change(await db.Set<MeetingOutcome>().SingleAsync(o => o.Id == id));
            await db.SaveChangesAsync();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        TempData["Toast"] = toast;
        return LocalRedirect("/rencontres/actions");
    }

    private async Task<bool> FindAsync(int id)
        => await db.Actions(user, Today).AsNoTracking().Where(o => o.Id == id).Rows(db, user, Today).FirstOrDefaultAsync(HttpContext.RequestAborted) is { } row && (Row = row) is not null;

    private InputModel Filled() => new InputModel { DoneOn = Row.DoneOn, Comment = Row.DroppedOn is null ? Row.Comment : null, Version = Row.Version };

    public sealed class InputModel : IVersionedInput
    {
        [Display(Name = "Faite le")]
        public DateOnly? DoneOn { get; set; }

        [Display(Name = "Commentaire")]
        [StringLength(1000)]
        [NoIdentity]
        public string? Comment { get; set; }

        public int Version { get; set; }
    }
}
