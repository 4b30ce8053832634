using System.ComponentModel.DataAnnotations;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Training.Pages.Sessions;

/// <summary>The session won't take place; everybody enrolled, or who asked to be, is told.</summary>
[Allow(Permission.ManageTraining)]
internal sealed class CancellationModel(IntranetDb db, CurrentUser user, BusinessDay day, SessionPost post) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public TrainingSession Session { get; private set; } = null!;
    public FormConflict? Conflict { get; private set; }
    public int Told => Session.Enrolments.Count(e => e.IsActive);

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (!await FindAsync(id))
            return NotFound();
        if (!Session.IsOpen)
            return LocalRedirect($"/formations/sessions/{id}");
        Input.Version = Session.Version;
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
            db.Expect(Session, Input.Version);
            Session.Cancel(day.Today, Input.Reason!);
            var sent = await post.TellAsync(Session, [.. Session.Enrolments.Where(e => e.IsActive)], SeatNews.Cancelled, HttpContext.RequestAborted);
            await db.SaveAsync(Session, HttpContext.RequestAborted);
            TempData["Toast"] = sent == 0 ? "Session annulée." : $"Session annulée. {French.Count(sent, "personne en est prévenue", "personnes en sont prévenues")}.";
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            if (!await FindAsync(id))
                return NotFound();
            Conflict = await FormConflict.BetweenAsync(this, db, id, Input, new InputModel { Reason = Input.Reason, Version = Session.Version });
            return Page();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        return LocalRedirect($"/formations/sessions/{id}");
    }

    private async Task<bool> FindAsync(int id) => await db.FindRunAsync(user, id, HttpContext.RequestAborted) is { } session && (Session = session) is not null;

    public sealed class InputModel : IVersionedInput
    {
        [Display(Name = "Raison"), Required, StringLength(500), NoIdentity]
        public string? Reason { get; set; }

        public int Version { get; set; }
    }
}
