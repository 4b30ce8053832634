using System.Text.Json;
using Intranet.Shared;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Knowledge.Pages.PageReviews;

/// <summary>The small buttons around a page: useful or not, watch, « J’ai lu et compris », « Toujours exact ». Each leads back to it; this page is shown when one is refused.</summary>
[Allow(Permission.Read)]
internal sealed class VoicesModel(IntranetDb db, PageVoices voices) : PageModel
{
    private const string Kept = "PageConfirmedBefore";

    public int Id { get; private set; }
    public string Title { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(int id) => await voices.FindAsync(id, HttpContext.RequestAborted) is null ? NotFound() : LocalRedirect($"/connaissances/{id}");

    public Task<IActionResult> OnPostVoteAsync(int id, bool useful)
        => SayAsync(id, _ => voices.VoteAsync(id, useful, HttpContext.RequestAborted), useful ? "Merci." : "Merci. Dites ce qui manque en signalant une erreur : qui tient la page le lira.");

    public Task<IActionResult> OnPostWatchAsync(int id) => SayAsync(id, _ => voices.WatchAsync(id, true, HttpContext.RequestAborted), "Vous serez prévenu·e à chaque nouvelle version.");

    public Task<IActionResult> OnPostUnwatchAsync(int id) => SayAsync(id, _ => voices.WatchAsync(id, false, HttpContext.RequestAborted), "Vous ne suivez plus cette page.");

    public Task<IActionResult> OnPostReadAsync(int id, int? number) => SayAsync(id, page => voices.ReadAsync(page, number, HttpContext.RequestAborted), "Lecture enregistrée.");

    /// <param name="version">Of the page as it was read.</param>
    public async Task<IActionResult> OnPostConfirmAsync(int id, int version)
    {
        if (await voices.FindAsync(id, HttpContext.RequestAborted) is not { } page)
            return NotFound();
        if (!await voices.MayAsync(id, HttpContext.RequestAborted))
            return Forbid();
        try
        {
            db.Expect(page, version);
            var before = voices.Confirm(page);
            await db.SaveChangesAsync();
            (TempData["Toast"], TempData["ToastUndo"]) = ("Page relue aujourd’hui, toujours exacte.", $"/connaissances/{id}/avis?handler=TakeBack");
            TempData[Kept] = JsonSerializer.Serialize(new Undoing(id, page.Version, before));
        }
        catch (DbUpdateConcurrencyException)
        {
            return Refuse(page, StatusCodes.Status409Conflict, "Cette page a changé pendant votre lecture. Relisez-la, puis dites si elle est toujours exacte.");
        }
        return LocalRedirect($"/connaissances/{id}");
    }

    /// <summary>Within the session of who confirmed, while nobody else has changed the page.</summary>
    public async Task<IActionResult> OnPostTakeBackAsync(int id)
    {
        if (await voices.FindAsync(id, HttpContext.RequestAborted) is not { } page)
            return NotFound();
        var undoing = TempData[Kept] is string kept ? JsonSerializer.Deserialize<Undoing>(kept) : null;
        var isDone = undoing?.Page == id && undoing.Version == page.Version;
        if (isDone)
        {
            page.TakeBackConfirmation(undoing!.Before);
            await db.SaveChangesAsync();
        }
        TempData["Toast"] = isDone ? "La page est de nouveau comme avant." : "Il n’y a plus rien à annuler.";
        if (!Request.IsHtmx())
            return LocalRedirect($"/connaissances/{id}");
        Response.Htmx(h => h.Refresh());
        return Content("", "text/html");
    }

    private async Task<IActionResult> SayAsync(int id, Func<KnowledgePage, Task> say, string done)
    {
        if (await voices.FindAsync(id, HttpContext.RequestAborted) is not { } page)
            return NotFound();
        try
        {
            await say(page);
            await db.SaveChangesAsync();
        }
        catch (BrokenRuleException broken)
        {
            return Refuse(page, StatusCodes.Status422UnprocessableEntity, broken.Message);
        }
        TempData["Toast"] = done;
        return LocalRedirect($"/connaissances/{id}");
    }

    private PageResult Refuse(KnowledgePage page, int status, string sentence)
    {
        (Id, Title, Response.StatusCode) = (page.Id, page.Title, status);
        ModelState.AddModelError("", sentence);
        return Page();
    }

    private sealed record Undoing(int Page, int Version, ConfirmedBefore Before);
}
