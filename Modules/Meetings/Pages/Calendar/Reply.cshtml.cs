using System.Globalization;
using Intranet.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Meetings.Pages.Calendar;

/// <summary>Answers an invitation without an account. Opening the page changes nothing, since mail scanners open links too; one may answer again until the day.</summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.Strangers)]
internal sealed class ReplyModel(IntranetDb db, SingleUseLinks links, BusinessDay day, TimeProvider clock) : PageModel
{
    private MeetingInvitation? invitation;

    /// <summary>Null when the link is no longer good.</summary>
    public ToldMeeting? Meeting { get; private set; }
    public string Name => invitation?.Name ?? "";
    public InvitationAnswer Answer => invitation?.Answer ?? InvitationAnswer.None;

    /// <summary>They are still expected.</summary>
    public bool IsOpen => Meeting is { IsOff: false, IsHeld: false } && Meeting.On >= day.Today && invitation is { IsCancelled: false };

    public async Task<IActionResult> OnGetAsync(string secret)
    {
        await FindAsync(secret);
        return Shown();
    }

    public async Task<IActionResult> OnPostAsync(string secret, InvitationAnswer answer)
    {
        await FindAsync(secret);
        if (!IsOpen || answer is not (InvitationAnswer.Accepted or InvitationAnswer.Declined))
            return Shown();
        invitation!.Reply(answer, clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync();
        return LocalRedirect($"/rencontres/reponse/{secret}");
    }

    private async Task FindAsync(string secret)
    {
        if (await links.FindAsync(secret, [Invitations.Reply], HttpContext.RequestAborted) is not { } link)
            return;
        var id = int.Parse(link.Payload, CultureInfo.InvariantCulture);
        invitation = await db.Set<MeetingInvitation>().FirstOrDefaultAsync(i => i.Id == id);
        if (invitation is not null)
            Meeting = await db.Set<Meeting>().Where(m => m.Id == invitation.MeetingId).Told(db).FirstOrDefaultAsync();
    }

    private PageResult Shown()
    {
        if (!IsOpen)
            Response.StatusCode = StatusCodes.Status410Gone;
        return Page();
    }
}
