using System.ComponentModel.DataAnnotations;
using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Meetings.Pages.Planner;

/// <summary>Another day for a meeting that hasn't taken place, without leaving the planner.</summary>
[Allow(Permission.WriteMeetings)]
internal sealed class MoveModel(IntranetDb db, CurrentUser user, BusinessDay day, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "retour")]
    public string? Back { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public Meeting Meeting { get; private set; } = null!;
    public string Return => PlannerReturn.Of(Back);

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (await FindAsync(id) is not { } meeting)
            return NotFound();
        Input = new InputModel { On = meeting.On, Notify = meeting.PlannedOn is not null, Version = meeting.Version };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id)
    {
        if (await FindAsync(id) is not { } meeting)
            return NotFound();
        if (Input.On < day.Today)
            ModelState.AddModelError("Input.On", "Choisissez un jour à venir ; une rencontre qui a eu lieu se confirme sur sa page.");
        if (!ModelState.IsValid)
            return this.Invalid();
        try
        {
            db.Expect(meeting, Input.Version);
            meeting.Move(Input.On!.Value);
            var leaves = await Telling.SettleAsync(db, meeting, Input.Notify, clock.GetUtcNow().UtcDateTime);
            await db.SaveChangesAsync();
            return this.GoBack(Return, $"Rencontre déplacée au {French.Date(Input.On.Value)}.{(Input.Notify && meeting.PlannedOn is not null ? " Les participants seront prévenus dans dix minutes." : "")}{Meetings.TellWords.After(leaves)}");
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            var typed = Input.On;
            meeting = (await FindAsync(id))!;
            ModelState.Clear();
            ModelState.AddModelError("Input.On", $"Quelqu’un vient de modifier cette rencontre : elle est maintenant prévue le {French.Date(meeting.On)}. Vérifiez la date, puis enregistrez de nouveau.");
            Input = new InputModel { On = typed, Notify = Input.Notify, Version = meeting.Version };
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
    }

    private async Task<Meeting?> FindAsync(int id)
    {
        var meeting = await db.Set<Meeting>().Include(m => m.Kind).Include(m => m.Subject).InScope(db, user).FirstOrDefaultAsync(m => m.Id == id);
        return meeting is { IsOpen: true, HeldOn: null } ? Meeting = meeting : null;
    }

    internal sealed class InputModel
    {
        [Display(Name = "Nouvelle date")]
        [Required(ErrorMessage = "Indiquez une date.")]
        public DateOnly? On { get; set; }

        [Display(Name = "Prévenir les participants")]
        public bool Notify { get; set; }

        public int Version { get; set; }
    }
}
