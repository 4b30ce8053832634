using System.ComponentModel.DataAnnotations;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Meetings.Pages.Meetings;

/// <summary>The minutes: a version for partners, notes that stay here. They open with the points of the agenda.</summary>
[Allow(Permission.WriteMeetings)]
internal sealed class MinutesModel(IntranetDb db, CurrentUser user) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public Meeting Meeting { get; private set; } = null!;
    public FormConflict? Conflict { get; private set; }
    public bool Preview { get; private set; }

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (!await FindAsync(id))
            return NotFound();
        if (!Meeting.IsOpen)
            return LocalRedirect($"/rencontres/{id}");
        Input = InputModel.From(Meeting);
        if (Meeting.Minutes.Length == 0)
        {
            await db.LoadAgendaAsync(Meeting);
            Input.Minutes = Meeting.MinutesOutline();
        }
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id, bool apercu)
    {
        if (!await FindAsync(id))
            return NotFound();
        if (!ModelState.IsValid)
            return this.Invalid();
        if (Preview = apercu)
            return Page();
        try
        {
            db.Expect(Meeting, Input.Version);
            Meeting.Note(Input.Minutes ?? "", Input.InternalMinutes ?? "");
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
        TempData["Toast"] = "Compte rendu enregistré.";
        return LocalRedirect($"/rencontres/{id}");
    }

    private async Task<bool> FindAsync(int id)
        => await db.Set<Meeting>().Include(m => m.Subject).InScope(db, user).FirstOrDefaultAsync(m => m.Id == id) is { } meeting && (Meeting = meeting) is not null;

    public sealed class InputModel : IVersionedInput
    {
        [Display(Name = "Version partagée")]
        [StringLength(40_000)]
        [NoIdentity]
        public string? Minutes { get; set; }

        [Display(Name = "Notes internes")]
        [StringLength(20_000)]
        [NoIdentity]
        public string? InternalMinutes { get; set; }

        public int Version { get; set; }

        public static InputModel From(Meeting meeting) => new() { Minutes = meeting.Minutes, InternalMinutes = meeting.InternalMinutes, Version = meeting.Version };
    }
}
