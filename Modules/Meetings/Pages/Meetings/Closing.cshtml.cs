using System.ComponentModel.DataAnnotations;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Meetings.Pages.Meetings;

/// <summary>Freezes the meeting, settles for whom it counts and sends its minutes.</summary>
[Allow(Permission.WriteMeetings)]
internal sealed class ClosingModel(IntranetDb db, CurrentUser user, BusinessDay day, MinutesPost post) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public Meeting Meeting { get; private set; } = null!;
    public IReadOnlyList<CountingAnswer> Answers { get; private set; } = [];
    public IReadOnlyList<MinutesReader> Readers { get; private set; } = [];
    public FormConflict? Conflict { get; private set; }
    public int Pending => Meeting.Remarks.Count(r => r.SettledOn is null);
    public int Untreated => Meeting.IsInternal ? 0 : Meeting.Agenda.Count(l => l.Fate == LineFate.Open);

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
        var counting = Answers.Where(a => a.Counts).Select(a => a.Partner).ToList();
        try
        {
            db.Expect(Meeting, Input.Version);
            foreach (var line in Meeting.Agenda.Where(l => l.Fate == LineFate.Open).OrderBy(l => l.Order).ToList())
                await CarriedOver.BecomeAsync(db, user, Meeting, line, Input.CarryOver && !Meeting.IsInternal ? LineFate.Moved : LineFate.Treated, day.Today);
            Meeting.Close(day.Today, user.Name, counting.Select(p => p.Id));
            var done = counting.Count > 0 ? $"Rencontre close : elle compte pour {French.List(counting.Select(p => p.Name))}." : Meeting.IsInternal ? "Rencontre close." : "Rencontre close : elle ne compte pas pour la rencontre annuelle.";
            if (Input.Send && Meeting.Minutes.Length > 0)
                done = MinutesPost.Toast(done, await post.QueueAsync(Meeting, $"{Request.Scheme}://{Request.Host}/rencontres/{id}", isProject: false, HttpContext.RequestAborted));
            await db.SaveChangesAsync();
            TempData["Toast"] = done;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            await FindAsync(id);
            if (!Meeting.IsOpen)
                return LocalRedirect($"/rencontres/{id}");
            Conflict = await FormConflict.BetweenAsync(this, db, id, Input, new InputModel { Send = Input.Send, CarryOver = Input.CarryOver, Version = Meeting.Version });
            return Page();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        return LocalRedirect($"/rencontres/{id}");
    }

    private async Task<bool> FindAsync(int id)
    {
        if (await db.FindMeetingAsync(user, id) is not { } meeting)
            return false;
        Meeting = meeting;
        await db.Entry(meeting).Collection(m => m.Agenda).LoadAsync();
        await db.LoadOutcomesAsync(meeting);
        await db.Entry(meeting).Collection(m => m.Remarks).LoadAsync();
        Readers = await MinutesReader.ReadAsync(db, id, HttpContext.RequestAborted);
        Answers = await PartnerMeetings.AskAsync(db, meeting, meeting.Ids(LinkRole.Partner), HttpContext.RequestAborted);
        return true;
    }

    public sealed class InputModel : IVersionedInput
    {
        [Display(Name = "Envoyer le compte rendu")]
        public bool Send { get; set; } = true;

        [Display(Name = "Renvoyer à la prochaine rencontre les points non traités")]
        public bool CarryOver { get; set; }

        public int Version { get; set; }
    }
}
