using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Meetings.Pages.Meetings;

/// <summary>The draft of the minutes goes to those who met, who may remark on it.</summary>
[Allow(Permission.WriteMeetings)]
internal sealed class CirculationModel(IntranetDb db, CurrentUser user, BusinessDay day, MinutesPost post) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public Meeting Meeting { get; private set; } = null!;
    public IReadOnlyList<MinutesReader> Readers { get; private set; } = [];
    public FormConflict? Conflict { get; private set; }

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (!await FindAsync(id))
            return NotFound();
        if (Meeting.State != MeetingState.Held)
            return LocalRedirect($"/rencontres/{id}");
        Input.Version = Meeting.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id)
    {
        if (!await FindAsync(id))
            return NotFound();
        try
        {
            db.Expect(Meeting, Input.Version);
            Meeting.Circulate(day.Today);
            if (!Readers.Any(r => r.CanBeWritten))
                throw new BrokenRuleException("Personne ne peut recevoir ce projet : notez les présents, et leur adresse de courriel.");
            var sent = await post.QueueAsync(Meeting, $"{Request.Scheme}://{Request.Host}/rencontres/{id}", isProject: true, HttpContext.RequestAborted);
            await db.SaveChangesAsync();
            TempData["Toast"] = MinutesPost.Toast("Projet transmis.", sent);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            await FindAsync(id);
            Conflict = await FormConflict.BetweenAsync(this, db, id, Input, new InputModel { Version = Meeting.Version });
            return Page();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        return LocalRedirect($"/rencontres/{id}#compte-rendu");
    }

    private async Task<bool> FindAsync(int id)
    {
        if (await db.FindMeetingAsync(user, id) is not { } meeting)
            return false;
        Meeting = meeting;
        await db.LoadOutcomesAsync(meeting);
        Readers = await MinutesReader.ReadAsync(db, id, HttpContext.RequestAborted);
        return true;
    }

    public sealed class InputModel : IVersionedInput
    {
        public int Version { get; set; }
    }
}
