using System.ComponentModel.DataAnnotations;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Meetings.Pages.Meetings;

/// <summary>The meeting won't take place; the record stays.</summary>
[Allow(Permission.WriteMeetings)]
internal sealed class CancellationModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public Meeting Meeting { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (await Find(id) is not { } meeting)
            return NotFound();
        Meeting = meeting;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id)
    {
        if (await Find(id) is not { } meeting)
            return NotFound();
        Meeting = meeting;
        if (!ModelState.IsValid)
            return this.Invalid();
        try
        {
            meeting.Cancel(day.Today, Input.Reason!);
            await db.SaveChangesAsync();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        TempData["Toast"] = "Rencontre annulée.";
        return LocalRedirect($"/rencontres/{id}");
    }

    private Task<Meeting?> Find(int id) => db.Set<Meeting>().Include(m => m.Subject).InScope(db, user).FirstOrDefaultAsync(m => m.Id == id);

    public sealed class InputModel
    {
        [Display(Name = "Raison")]
        [Required]
        [StringLength(1000)]
        [NoIdentity]
        public string? Reason { get; set; }
    }
}
