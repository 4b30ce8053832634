using System.ComponentModel.DataAnnotations;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Meetings.Pages.Meetings;

/// <summary>The meeting won't take place; the record stays.</summary>
[Allow(Permission.WriteMeetings)]
internal sealed class CancellationModel(IntranetDb db, CurrentUser user, BusinessDay day, TimeProvider clock) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    [BindProperty]
    [Display(Name = "Prévenir les participants")]
    public bool Tell { get; set; } = true;

    public Meeting Meeting { get; private set; } = null!;
    public FormConflict? Conflict { get; private set; }
    public bool CanTell => Meeting.State is MeetingState.Planned or MeetingState.Postponed && Meeting.On >= day.Today;

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (!await FindAsync(id))
            return NotFound();
        if (!Meeting.IsOpen)
            return LocalRedirect($"/rencontres/{id}");
        Input.Version = Meeting.Version;
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
            db.Expect(Meeting, Input.Version);
            var tell = Tell && CanTell;
            Meeting.Cancel(day.Today, Input.Reason!);
            var leaves = await Telling.SettleAsync(db, Meeting, tell, clock.GetUtcNow().UtcDateTime, HttpContext.RequestAborted);
            await db.SaveChangesAsync();
            TempData["Toast"] = $"Rencontre annulée.{TellWords.After(leaves)}";
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            await FindAsync(id);
            Conflict = await FormConflict.BetweenAsync(this, db, id, Input, new InputModel { Reason = Input.Reason, Version = Meeting.Version });
            return Page();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        return LocalRedirect($"/rencontres/{id}");
    }

    private async Task<bool> FindAsync(int id) => await db.FindMeetingAsync(user, id) is { } meeting && (Meeting = meeting) is not null;

    public sealed class InputModel : IVersionedInput
    {
        [Display(Name = "Raison")]
        [Required]
        [StringLength(1000)]
        [NoIdentity]
        public string? Reason { get; set; }

        public int Version { get; set; }
    }
}
