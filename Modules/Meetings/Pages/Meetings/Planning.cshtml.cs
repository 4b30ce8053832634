using System.ComponentModel.DataAnnotations;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Meetings.Pages.Meetings;

/// <summary>The draft becomes a meeting of which people are told, or not.</summary>
[Allow(Permission.WriteMeetings)]
internal sealed class PlanningModel(IntranetDb db, CurrentUser user, BusinessDay day, TimeProvider clock) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    [BindProperty]
    [Display(Name = "Prévenir les participants")]
    public bool Tell { get; set; } = true;

    public Meeting Meeting { get; private set; } = null!;
    public FormConflict? Conflict { get; private set; }
    public string TellHint => TellWords.Hint(Meeting);

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (!await FindAsync(id))
            return NotFound();
        if (Meeting.State != MeetingState.Draft)
            return LocalRedirect($"/rencontres/{id}");
        Input = InputModel.From(Meeting);
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
            if (Input.On < day.Today)
                throw new BrokenRuleException("Choisissez un jour à venir ; une rencontre déjà tenue se note par « Noter la tenue ».", nameof(Input.On));
            db.Expect(Meeting, Input.Version);
            Meeting.Move(Input.On!.Value);
            Meeting.At(Input.Start is { } start ? (start.Hour * 60) + start.Minute : null, Input.Duration!.Value, Input.Place ?? "");
            Meeting.Announce(day.Today);
            await Telling.SettleAsync(db, Meeting, Tell, clock.GetUtcNow().UtcDateTime, HttpContext.RequestAborted);
            await db.SaveChangesAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            await FindAsync(id);
            Conflict = await FormConflict.BetweenAsync(this, db, id, Input, InputModel.From(Meeting));
            return Page();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        TempData["Toast"] = Tell ? "Rencontre planifiée. Les invitations partent dans dix minutes." : "Rencontre planifiée. Personne n’est prévenu.";
        return LocalRedirect($"/rencontres/{id}");
    }

    private async Task<bool> FindAsync(int id) => await db.FindMeetingAsync(user, id) is { } meeting && (Meeting = meeting) is not null;

    public sealed class InputModel : IVersionedInput
    {
        [Display(Name = "Date")]
        [Required]
        public DateOnly? On { get; set; }

        [Display(Name = "Heure")]
        public TimeOnly? Start { get; set; }

        [Display(Name = "Durée (minutes)")]
        [Required]
        [Range(15, 720)]
        public int? Duration { get; set; }

        [Display(Name = "Lieu ou lien")]
        [StringLength(300)]
        [NoIdentity]
        public string? Place { get; set; }

        public int Version { get; set; }

        public static InputModel From(Meeting meeting) => new()
        {
            On = meeting.On,
            Start = meeting.StartMinute is { } start ? TimeOnly.FromTimeSpan(TimeSpan.FromMinutes(start)) : null,
            Duration = meeting.Duration,
            Place = meeting.Place,
            Version = meeting.Version,
        };
    }
}
