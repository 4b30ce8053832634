using System.Security.Cryptography;
using System.Text;
using Intranet.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Intranet.Meetings.Pages.Calendar;

/// <summary>A personal calendar, read by a programme that has no account. Reading changes nothing, save once an hour the time at which it was read.</summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.Strangers)]
internal sealed class FeedModel(IntranetDb db, IEnumerable<ICalendarSource> others, BusinessDay day, TimeProvider clock, HouseAddress house) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string secret)
    {
        var feed = await FeedContent.Open(db, secret, day.Today).Select(f => new { f.Id, f.PersonId, f.ReadAt, f.Name }).AsNoTracking().FirstOrDefaultAsync(HttpContext.RequestAborted);
        if (feed is null)
            return NotFound();
        var (now, hourAgo) = (clock.GetUtcNow().UtcDateTime, clock.GetUtcNow().UtcDateTime.AddHours(-1));
        if (feed.ReadAt is null || feed.ReadAt < hourAgo)
            await db.Set<CalendarFeed>().Where(f => f.Id == feed.Id).ExecuteUpdateAsync(f => f.SetProperty(x => x.ReadAt, now), HttpContext.RequestAborted);

        var events = await FeedContent.ReadAsync(db, others, feed.PersonId, house, day.Today, HttpContext.RequestAborted);
        // Two files that differ only by their stamp are the same calendar: a weak tag, of the file without it.
        var print = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(CalendarFile.Write(CalendarMethod.Publish, events, DateTime.UnixEpoch, Title(feed.Name)))));
        var tag = new EntityTagHeaderValue($"\"{print[..32]}\"", isWeak: true);
        Response.Headers.CacheControl = "private, max-age=900";
        Response.Headers.Remove("Pragma");
        Response.Headers.ETag = tag.ToString();
        Response.Headers["X-Robots-Tag"] = "noindex";
        if (Request.GetTypedHeaders().IfNoneMatch.Any(t => t.Compare(tag, useStrongComparison: false) || t.Equals(EntityTagHeaderValue.Any)))
            return StatusCode(StatusCodes.Status304NotModified);
        return Content(CalendarFile.Write(CalendarMethod.Publish, events, now, Title(feed.Name)), CalendarFile.Type, Encoding.UTF8);
    }

    private static string Title(string name) => $"Passerelle, {name}";
}
