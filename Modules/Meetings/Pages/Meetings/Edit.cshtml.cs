using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Meetings.Pages.Meetings;

/// <summary>Until it is closed, a meeting changes.</summary>
[Allow(Permission.WriteMeetings)]
internal sealed class EditModel(IntranetDb db, CurrentUser user, BusinessDay day, TimeProvider clock) : PageModel, IFormPage
{
    [BindProperty]
    public MeetingInput Input { get; set; } = new();

    /// <summary>Those who take part get the change in their calendar.</summary>
    [BindProperty]
    public bool Tell { get; set; } = true;

    public DateOnly Today => day.Today;
    public bool WithMinutes => false;
    public int Id { get; private set; }
    public string Name { get; private set; } = "";
    public MeetingChoices Choices { get; private set; } = null!;
    public FormConflict? Conflict { get; private set; }

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (await Find(id) is not { } meeting)
            return NotFound();
        if (!meeting.IsOpen)
            return LocalRedirect($"/rencontres/{id}");
        var kept = Input = MeetingInput.From(meeting);
        if (await db.DraftAsync(user, Request) is { } draft)
        {
            Input = new MeetingInput { Version = kept.Version };
            await TryUpdateModelAsync(Input, nameof(Input), draft);
            ModelState.Clear();
        }
        Choices = await MeetingChoices.ReadAsync(db, user, day.Today, Input, kept.Establishments);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id)
    {
        if (await Find(id) is not { } meeting)
            return NotFound();
        Choices = await MeetingChoices.ReadAsync(db, user, day.Today, Input, MeetingInput.From(meeting).Establishments);
        if (!ModelState.IsValid)
            return this.Invalid();
        try
        {
            Choices.Check(Input);
            db.Expect(meeting, Input.Version);
            await Input.WriteAsync(db, meeting, day.Today);
            var leaves = await Telling.SettleAsync(db, meeting, Tell && meeting.State == MeetingState.Planned, clock.GetUtcNow().UtcDateTime, HttpContext.RequestAborted);
            // Participants and links are parts: a change of them alone must be seen by others too.
            db.Touch(meeting);
            await db.SaveChangesAsync();
            TempData["Toast"] = $"Rencontre enregistrée.{TellWords.After(leaves)}";
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            var theirs = MeetingInput.From((await Find(id))!);
            Conflict = await FormConflict.BetweenAsync(this, db, id, Input, theirs, (nameof(Input.KindId), Choices.Kinds), (nameof(Input.Establishments), Choices.Establishments), (nameof(Input.Side), Choices.Sides));
            return Page();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        return LocalRedirect($"/rencontres/{id}");
    }

    private async Task<Meeting?> Find(int id)
    {
        var meeting = await db.Set<Meeting>().Include(m => m.Subject.Links).Include(m => m.Participants).InScope(db, user).FirstOrDefaultAsync(m => m.Id == id);
        (Id, Name) = (id, meeting?.Title ?? "");
        return meeting;
    }
}
