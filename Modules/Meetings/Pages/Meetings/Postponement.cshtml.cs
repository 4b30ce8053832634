using System.ComponentModel.DataAnnotations;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Meetings.Pages.Meetings;

/// <summary>The day no longer stands: another now, or later.</summary>
[Allow(Permission.WriteMeetings)]
internal sealed class PostponementModel(IntranetDb db, CurrentUser user, BusinessDay day, TimeProvider clock) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    [BindProperty]
    [Display(Name = "Prévenir les participants")]
    public bool Tell { get; set; } = true;

    public Meeting Meeting { get; private set; } = null!;
    public FormConflict? Conflict { get; private set; }

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (!await FindAsync(id))
            return NotFound();
        if (Meeting.State is not (MeetingState.Planned or MeetingState.Postponed))
            return LocalRedirect($"/rencontres/{id}");
        Input = Filled();
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
            if (Meeting.State == MeetingState.Postponed && Input.NewDay is null)
                throw new BrokenRuleException("Indiquez la nouvelle date.", nameof(Input.NewDay));
            db.Expect(Meeting, Input.Version);
            Meeting.Postpone(day.Today, Input.Reason!, Input.NewDay);
            if (Input.Start is { } start)
                Meeting.At((start.Hour * 60) + start.Minute, Meeting.Duration, Meeting.Place);
            var leaves = await Telling.SettleAsync(db, Meeting, Tell, clock.GetUtcNow().UtcDateTime, HttpContext.RequestAborted);
            await db.SaveChangesAsync();
            TempData["Toast"] = (Input.NewDay is { } found ? $"Rencontre reportée au {French.Date(found)}." : "Rencontre reportée : il reste à trouver une date.") + TellWords.After(leaves);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            await FindAsync(id);
            Conflict = await FormConflict.BetweenAsync(this, db, id, Input, Filled());
            return Page();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        return LocalRedirect($"/rencontres/{id}");
    }

    private InputModel Filled() => new() { Reason = Meeting.PostponedOn is null ? null : Meeting.PostponedReason, Version = Meeting.Version };

    private async Task<bool> FindAsync(int id) => await db.FindMeetingAsync(user, id) is { } meeting && (Meeting = meeting) is not null;

    public sealed class InputModel : IVersionedInput
    {
        [Display(Name = "Raison")]
        [Required]
        [StringLength(1000)]
        [NoIdentity]
        public string? Reason { get; set; }

        [Display(Name = "Nouvelle date")]
        public DateOnly? NewDay { get; set; }

        [Display(Name = "Heure")]
        public TimeOnly? Start { get; set; }

        public int Version { get; set; }
    }
}
