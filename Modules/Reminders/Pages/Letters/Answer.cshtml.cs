using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Intranet.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Reminders.Pages.Letters;

/// <summary>
/// Answers a reminder from its letter, without signing in. Opening the page changes nothing, since mail scanners open links too; the
/// answer uses the link up.
/// </summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.Strangers)]
internal sealed class AnswerModel(IntranetDb db, SingleUseLinks links, BusinessDay day, TimeProvider clock) : PageModel
{
    private const int PutOffDays = 7;

    private SingleUseLink? link;
    private int recipient;

    /// <summary>Null when the link is no longer good.</summary>
    public InboxRow? Row { get; private set; }
    public bool IsDone { get; private set; }
    public DateOnly Today => day.Today;

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(string secret)
    {
        await FindAsync(secret);
        return Shown();
    }

    public Task<IActionResult> OnPostPrendreAsync(string secret)
        => AnswerAsync(secret, (r, now) => r.Acknowledge(Today, recipient, Input.PromisedFor, now), "Noté\u00a0: vous vous en occupez.");

    public Task<IActionResult> OnPostReporterAsync(string secret)
        => AnswerAsync(secret, (r, now) => r.Snooze(Today, recipient, Today.AddDays(PutOffDays), now), $"Reporté au {French.Date(Today.AddDays(PutOffDays))}.");

    private async Task<IActionResult> AnswerAsync(string secret, Action<Reminder, DateTime> answer, string said)
    {
        await FindAsync(secret);
        if (Row is null || IsDone)
            return Shown();
        var now = clock.GetUtcNow().UtcDateTime;
        var reminder = await db.Set<Reminder>().SingleAsync(r => r.Id == Row.Id);
        try
        {
            answer(reminder, now);
        }
        catch (BrokenRuleException broken)
        {
            ModelState.AddModelError("Input.PromisedFor", broken.Message);
        }
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        link!.Use(now);
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            Row = null;
            return Shown();
        }
        TempData["Notice"] = said;
        return LocalRedirect("/rappels/lien/merci");
    }

    private async Task FindAsync(string secret)
    {
        link = await links.FindAsync(secret, [LetterRun.Answer], HttpContext.RequestAborted);
        if (link is null)
            return;
        var parts = link.Payload.Split(':');
        var id = int.Parse(parts[0], CultureInfo.InvariantCulture);
        recipient = int.Parse(parts[1], CultureInfo.InvariantCulture);
        // Who answers no more has no say: somebody else was told.
        var mine = db.Set<Reminder>().AsNoTracking().Where(r => r.Id == id && (r.DoneOn != null || r.Deliveries.Any(d => d.RecipientId == recipient && d.WithdrawnOn == null && !d.IsCopy)));
        Row = await mine.Rows(recipient).FirstOrDefaultAsync(HttpContext.RequestAborted);
        IsDone = Row is not null && await mine.AnyAsync(r => r.DoneOn != null, HttpContext.RequestAborted);
    }

    private PageResult Shown()
    {
        if (Row is null)
            Response.StatusCode = StatusCodes.Status410Gone;
        return Page();
    }

    internal sealed class InputModel
    {
        [Display(Name = "Ce sera fait le")]
        public DateOnly? PromisedFor { get; set; }
    }
}
