using System.ComponentModel.DataAnnotations;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Intranet.Meetings.Pages.Meetings;

/// <summary>What those who met say of the draft of the minutes, typed by us for them.</summary>
[Allow(Permission.WriteMeetings)]
internal sealed class RemarksModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public Meeting Meeting { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (!await FindAsync(id))
            return NotFound();
        if (Meeting.State != MeetingState.Held || Meeting.CirculatedOn is null)
            return LocalRedirect($"/rencontres/{id}");
        Input.On = day.Today;
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
            if (Input.On > day.Today || Input.On < Meeting.On)
                throw new BrokenRuleException("La remarque est reçue entre la rencontre et aujourd’hui.", nameof(Input.On));
            // One of ours when the name is of ours at the table; a partner's in doubt.
            var isOurs = Meeting.Participants.Any(p => p.PartnerId is null && Folding.Fold(p.Name) == Folding.Fold(Input.Author));
            Meeting.Remark(Input.Author!, isOurs, Input.Text!, Input.On!.Value);
            await db.SaveChangesAsync();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        TempData["Toast"] = "Remarque notée.";
        return LocalRedirect($"/rencontres/{id}/remarques");
    }

    public async Task<IActionResult> OnPostSettleAsync(int id, int remark)
    {
        if (!await FindAsync(id) || Meeting.Remarks.FirstOrDefault(r => r.Id == remark) is not { } known)
            return NotFound();
        if (Meeting.IsOpen)
            known.Settle(known.SettledOn is null ? day.Today : null);
        await db.SaveChangesAsync();
        return LocalRedirect($"/rencontres/{id}/remarques");
    }

    private async Task<bool> FindAsync(int id)
    {
        if (await db.FindMeetingAsync(user, id) is not { } meeting)
            return false;
        Meeting = meeting;
        await db.Entry(meeting).Collection(m => m.Remarks).LoadAsync();
        return true;
    }

    public sealed class InputModel
    {
        [Display(Name = "De")]
        [Required]
        [StringLength(200)]
        [NoIdentity]
        public string? Author { get; set; }

        [Display(Name = "Remarque")]
        [Required]
        [StringLength(4000)]
        [NoIdentity]
        public string? Text { get; set; }

        [Display(Name = "Reçue le")]
        [Required]
        public DateOnly? On { get; set; }
    }
}
