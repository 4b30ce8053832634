using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Meetings.Pages.Calendar;

/// <summary>Who was told of a meeting, when, and answered what.</summary>
[Allow(Permission.Read)]
internal sealed class GuestsModel(IntranetDb db, CurrentUser user, BusinessDay day, TimeProvider clock, Invitations invitations) : PageModel
{
    public Meeting Meeting { get; private set; } = null!;
    public InvitationList List { get; private set; } = null!;
    public DateOnly Today => day.Today;
    public bool IsDaySet => day.IsSet;
    public bool CanWrite => user.May(Permission.WriteMeetings);

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (await Find(id) is not { } meeting)
            return NotFound();
        Meeting = meeting;
        List = await InvitationList.ReadAsync(db, id, day.Today, HttpContext.RequestAborted);
        return Page();
    }

    /// <summary>Tells everybody without waiting.</summary>
    public Task<IActionResult> OnPostTellAsync(int id) => Write(id, async meeting =>
    {
        if (meeting.State is not (MeetingState.Planned or MeetingState.Postponed))
            throw new BrokenRuleException("Les participants d’un brouillon ou d’une rencontre passée ne sont pas prévenus.");
        var now = clock.GetUtcNow().UtcDateTime;
        await Telling.AskAsync(db, meeting, now);
        db.Set<MeetingNotice>().Local.Single(n => n.MeetingId == id).Hurry(now);
        await db.SaveChangesAsync();
        return "Les participants vont être prévenus.";
    });

    /// <summary>What waited is not told.</summary>
    public Task<IActionResult> OnPostForgetAsync(int id) => Write(id, async _ =>
    {
        if (await db.Set<MeetingNotice>().FirstOrDefaultAsync(n => n.MeetingId == id) is { } notice)
            notice.Forget();
        await db.SaveChangesAsync();
        return "Personne ne sera prévenu de ce changement.";
    });

    public Task<IActionResult> OnPostRemindAsync(int id) => Write(id, async _ =>
    {
        var count = await invitations.RemindAsync(id, HttpContext.RequestAborted);
        return count == 0 ? "Personne n’est à relancer : chacun a répondu, ou a reçu un courriel depuis moins d’un jour." : $"{French.Count(count, "relance")} par courriel.";
    });

    private async Task<IActionResult> Write(int id, Func<Meeting, Task<string>> act)
    {
        if (await Find(id) is not { } meeting)
            return NotFound();
        if (!CanWrite)
            return Forbid();
        Meeting = meeting;
        try
        {
            TempData["Toast"] = await act(meeting);
            return LocalRedirect($"/rencontres/{id}/invitations");
        }
        catch (Exception error) when (this.Explain(error))
        {
            List = await InvitationList.ReadAsync(db, id, day.Today, HttpContext.RequestAborted);
            return this.Invalid();
        }
    }

    private Task<Meeting?> Find(int id) => db.Set<Meeting>().InScope(db, user).FirstOrDefaultAsync(m => m.Id == id);
}
