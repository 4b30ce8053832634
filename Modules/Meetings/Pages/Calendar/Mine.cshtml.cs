using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Intranet.Meetings.Pages.Calendar;

/// <summary>The reader's own calendars, each under a secret shown once.</summary>
[Allow(Permission.Read)]
internal sealed class MineModel(IntranetDb db, CurrentUser user, TimeProvider clock) : PageModel
{
    [BindProperty]
    public FeedInput Input { get; set; } = new();

    public IReadOnlyList<FeedRow> Feeds { get; private set; } = [];

    /// <summary>The account belongs to somebody of the directory.</summary>
    public bool HasPerson => user.PersonId is not null;

    public Task OnGetAsync() => ReadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await ReadAsync();
        if (!HasPerson)
            ModelState.AddModelError("", "Votre compte n’est pas relié à une fiche de l’annuaire.");
        if (!ModelState.IsValid)
            return this.Invalid();
        var (feed, secret) = CalendarFeed.Create(user.PersonId!.Value, Input.Name!, user.Name, clock.GetUtcNow().UtcDateTime);
        db.Add(feed);
        await db.SaveChangesAsync();
        TempData["Feed"] = $"{Request.Scheme}://{Request.Host}/calendrier/{secret}.ics";
        return LocalRedirect("/compte/calendriers");
    }

    public async Task<IActionResult> OnPostRevokeAsync(int feed)
    {
        if (user.PersonId is { } person)
            await FeedRow.RevokeAsync(db, person, feed, clock.GetUtcNow().UtcDateTime, HttpContext.RequestAborted);
        TempData["Toast"] = "Calendrier retiré.";
        return LocalRedirect("/compte/calendriers");
    }

    private async Task ReadAsync()
    {
        if (user.PersonId is { } person)
            Feeds = await FeedRow.OfAsync(db, person, HttpContext.RequestAborted);
    }
}
