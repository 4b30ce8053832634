using System.ComponentModel.DataAnnotations;
using Intranet.Shared;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Reminders.Pages.Reminders;

/// <summary>One reminder: why, for whom, and the three answers to it.</summary>
[Allow(Permission.Read)]
internal sealed class ShowModel(IntranetDb db, CurrentUser user, BusinessDay day, TimeProvider clock, SubjectKinds kinds) : PageModel
{
    public InboxRow Row { get; private set; } = null!;
    public IReadOnlyList<DeliveryRow> Deliveries { get; private set; } = [];
    public string Address => kinds.AddressOf(Row.SubjectKind, Row.SubjectId);
    public DateOnly Today => day.Today;

    /// <summary>Once it ended: another date under which the same thing is due.</summary>
    public DateOnly? NowDue { get; private set; }

    /// <summary>Who has a copy reads what others answer.</summary>
    public bool CanAnswer { get; private set; }
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(int id)
    {
        return await ReadAsync(id) ? Page() : NotFound();
    }

    public Task<IActionResult> OnPostPrendreAsync(int id)
        => AnswerAsync(id, r => r.Acknowledge(Today, user.PersonId, Input.PromisedFor, Now), "Noté\u00a0: vous vous en occupez.");

    public Task<IActionResult> OnPostReporterAsync(int id)
        => AnswerAsync(id, r => r.Snooze(Today, user.PersonId, Input.SnoozeUntil, Now), $"Reporté au {French.Date(Input.SnoozeUntil)}.");

    public Task<IActionResult> OnPostReprendreAsync(int id) => AnswerAsync(id, r => r.Reopen(Today, user.PersonId, Now), "Le rappel est de nouveau à traiter.", canUndo: false);

    /// <summary>Takes back one's own answer: what somebody had said before it holds again.</summary>
    public async Task<IActionResult> OnPostAnnulerAsync(int id)
    {
        if (await Answerable().Include(r => r.Answers).FirstOrDefaultAsync(r => r.Id == id) is not { } reminder)
            return NotFound();
        var isUndone = reminder.Undo(Today, user.PersonId, Now);
        await db.SaveChangesAsync();
        return Told(!isUndone ? "Rien n’est annulé\u00a0: quelqu’un a répondu depuis."
            : reminder.IsQuiet(Today) ? "Votre réponse est annulée\u00a0: celle d’avant tient de nouveau." : "Le rappel est de nouveau à traiter.", undo: null);
    }

    private async Task<IActionResult> AnswerAsync(int id, Action<Reminder> answer, string said, bool canUndo = true)
    {
        if (await Answerable().FirstOrDefaultAsync(r => r.Id == id) is not { } reminder)
            return NotFound();
        try
        {
            answer(reminder);
        }
        catch (BrokenRuleException broken)
        {
            ModelState.AddModelError(broken.Field == nameof(Reminder.SnoozedUntil) ? "Input.SnoozeUntil" : "Input.PromisedFor", broken.Message);
        }
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return await ReadAsync(id) ? Page() : NotFound();
        }
        await db.SaveChangesAsync();
        return Told(said, canUndo ? $"/rappels/{id}?handler=annuler" : null);
    }

    private IActionResult Told(string said, string? undo)
    {
        if (Request.IsHtmx() && undo is not null)
        {
            Response.Htmx(h => h.Trigger("toast", new { message = said, undo = new { url = undo } }).TriggerAfterSettle("reminders"));
            return Content("", "text/html");
        }
        (TempData["Toast"], TempData["ToastUndo"]) = (said, undo);
        if (!Request.IsHtmx())
            return LocalRedirect("/rappels");
        Response.Htmx(h => h.Refresh());
        return Content("", "text/html");
    }

    private async Task<bool> ReadAsync(int id)
    {
        if (await Mine().AsNoTracking().Where(r => r.Id == id).Rows(user.PersonId).FirstOrDefaultAsync() is not { } row)
            return false;
        Row = row;
        if (Input.SnoozeUntil == default)
            Input.SnoozeUntil = WorkingDays.Add(Today, 5);
        Deliveries = await db.Set<Delivery>().Where(d => d.ReminderId == id).OrderByDescending(d => d.On).ThenBy(d => d.Id)
            .Select(d => new DeliveryRow(d.On, d.Step, d.Recipient.Title, d.Reason, d.IsCopy, d.WithdrawnOn == null)).ToListAsync();
        NowDue = row.DoneOn is null ? null : await db.Set<Reminder>().Where(r => r.DoneOn == null && r.Rule == row.Rule && r.SubjectId == row.SubjectId).MinAsync(r => (DateOnly?)r.Due);
        CanAnswer = !row.IsCopy || (user.May(Permission.WriteContacts) && !Deliveries.Any(d => d is { IsOpen: true, IsCopy: false }));
        return true;
    }

    /// <summary>A reminder is its recipients' business, and of those who see its subject and keep contacts.</summary>
    private IQueryable<Reminder> Mine()
    {
        var person = user.PersonId;
        if (!user.May(Permission.WriteContacts))
            return db.Set<Reminder>().Where(r => r.Deliveries.Any(d => d.RecipientId == person && d.WithdrawnOn == null));
        var visible = db.Subjects.InScope(db, user);
        return db.Set<Reminder>().Where(r => r.Deliveries.Any(d => d.RecipientId == person && d.WithdrawnOn == null) || visible.Any(s => s.Id == r.SubjectId));
    }

    /// <summary>Open, and answered by the reader: not who has a copy, unless nobody answers and she keeps contacts.</summary>
    private IQueryable<Reminder> Answerable()
    {
        var (person, canKeep) = (user.PersonId, user.May(Permission.WriteContacts));
        return Mine().Where(r => r.DoneOn == null && (!r.Deliveries.Any(d => d.RecipientId == person && d.WithdrawnOn == null && d.IsCopy)
            || r.Deliveries.Any(d => d.RecipientId == person && d.WithdrawnOn == null && !d.IsCopy) || (canKeep && !r.Deliveries.Any(d => d.WithdrawnOn == null && !d.IsCopy))));
    }

    internal sealed record DeliveryRow(DateOnly On, int Step, string Person, string Reason, bool IsCopy, bool IsOpen);

    internal sealed class InputModel
    {
        [Display(Name = "Ce sera fait le")]
        public DateOnly? PromisedFor { get; set; }

        [Display(Name = "Me le rappeler le")]
        public DateOnly SnoozeUntil { get; set; }
    }
}
