using System.ComponentModel.DataAnnotations;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Training.Pages.Sessions;

/// <summary>Other days, another place, more seats: those enrolled are told of what changes for them, and who waited may have a seat.</summary>
[Allow(Permission.ManageTraining)]
internal sealed class EditModel(IntranetDb db, CurrentUser user, BusinessDay day, SessionPost post, TimeProvider clock) : PageModel, ISessionForm
{
    [BindProperty]
    public SessionInput Input { get; set; } = new();

    [BindProperty]
    [Display(Name = "Prévenir les personnes inscrites")]
    public bool Tell { get; set; } = true;

    public int Id { get; private set; }
    public string Name { get; private set; } = "";
    public SessionChoices Choices { get; private set; } = null!;
    public FormConflict? Conflict { get; private set; }
    public string Address => $"/formations/sessions/{Id}/modifier";
    public bool IsNew => false;

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (await FindAsync(id) is not { } session)
            return NotFound();
        if (!session.IsOpen)
            return LocalRedirect($"/formations/sessions/{id}");
        Input = SessionInput.From(session);
        await ReadAsync(null);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id, string? lignes, string? cherche)
    {
        if (await FindAsync(id) is not { } session)
            return NotFound();
        await ReadAsync(cherche);
        if (this.Rearrange(Input, lignes))
            return Page();
        Input.FillDays();
        Input.Lines.Check(ModelState);
        if (!ModelState.IsValid)
            return this.Invalid();
        try
        {
            db.Expect(session, Input.Version);
            var (before, count) = (Print(session), session.Slots.Count);
            Input.Apply(session, Choices);
            var now = clock.GetUtcNow().UtcDateTime;
            var up = session.From < day.Today ? [] : session.FillSeats(now);
            var sent = 0;
            if (Tell && before != Print(session) && session.To >= day.Today)
                sent = await post.TellAsync(session, [.. session.Enrolments.Where(e => e.IsActive && !up.Contains(e))], SeatNews.Changed, HttpContext.RequestAborted, Math.Max(0, count - session.Slots.Count));
            sent += await post.TellAsync(session, up, SeatNews.MovedUp, HttpContext.RequestAborted);
            await db.SaveAsync(session, HttpContext.RequestAborted);
            TempData["Toast"] = sent == 0 ? "Session enregistrée." : $"Session enregistrée. {French.Count(sent, "courriel part", "courriels partent")}.";
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            if (await FindAsync(id) is not { } stored)
                return NotFound();
            Conflict = await FormConflict.BetweenAsync(this, db, id, Input, SessionInput.From(stored), (nameof(Input.EstablishmentId), Choices.Establishments));
            return Page();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        return LocalRedirect($"/formations/sessions/{id}");
    }

    /// <summary>What those enrolled were told.</summary>
    private static string Print(TrainingSession session)
        => $"{session.Title}|{session.Place}|{session.IsRemote}|{string.Join(';', SessionCalendar.InOrder(session).Select(s => $"{s.On:O} {s.StartMinute} {s.Duration}"))}";

    private async Task<TrainingSession?> FindAsync(int id)
    {
        var session = await db.FindRunAsync(user, id, HttpContext.RequestAborted);
        (Id, Name) = (id, session?.Title ?? "");
        return session;
    }

    private async Task ReadAsync(string? text) => Choices = await SessionChoices.ReadAsync(db, user, Input, text, day.Today, HttpContext.RequestAborted);
}
