using System.ComponentModel.DataAnnotations;
using Intranet.Shared;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Training.Pages.Sessions;

/// <summary>Makes, renews or ends the link by which partners enrol without account.</summary>
[Allow(Permission.ManageTraining)]
internal sealed class InvitationModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public TrainingSession Session { get; private set; } = null!;
    public bool IsOpen => Session.IsInviting(day.Today);
    public bool CanOpen => Session.IsOpen && Session.IsOpenToPartners && Session.From >= day.Today;

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (!await FindAsync(id))
            return NotFound();
        Input = new() { Until = Session.InvitationUntil ?? Session.From, Version = Session.Version };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id)
    {
        if (!await FindAsync(id))
            return NotFound();
        if (!ModelState.IsValid)
            return this.Invalid();
        string? secret = null;
        return await SaveAsync(id, () =>
        {
            if (Input.Until < day.Today)
                throw new BrokenRuleException("Choisissez un jour à venir.", nameof(Input.Until));
            if (Session.From < day.Today)
                throw new BrokenRuleException("Cette session a commencé : on ne s’y inscrit plus.");
            secret = SessionInvitation.Open(Session, Input.Until!.Value < Session.From ? Input.Until.Value : Session.From);
        }, () => TempData["Invitation"] = $"{Request.Scheme}://{Request.Host}/formations/inscription/{secret}");
    }

    public async Task<IActionResult> OnPostEndAsync(int id)
    {
        if (!await FindAsync(id))
            return NotFound();
        ModelState.Remove("Input.Until");
        return await SaveAsync(id, Session.CloseInvitation, () => TempData["Toast"] = "Le lien ne sert plus.");
    }

    private async Task<IActionResult> SaveAsync(int id, Action change, Action done)
    {
        try
        {
            db.Expect(Session, Input.Version);
            change();
            await db.SaveAsync(Session, HttpContext.RequestAborted);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            await FindAsync(id);
            Input.Version = Session.Version;
            ModelState.Clear();
            ModelState.AddModelError("", "Cette session a changé entre-temps\u00a0: vérifiez, puis recommencez.");
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        done();
        return LocalRedirect($"/formations/sessions/{id}/invitation");
    }

    private async Task<bool> FindAsync(int id)
        => await db.Set<TrainingSession>().RunBy(db, user).Include(s => s.Subject).FirstOrDefaultAsync(s => s.Id == id, HttpContext.RequestAborted) is { } session && (Session = session) is not null;

    public sealed class InputModel : IVersionedInput
    {
        [Display(Name = "Valable jusqu’au"), Required]
        public DateOnly? Until { get; set; }

        public int Version { get; set; }
    }
}
