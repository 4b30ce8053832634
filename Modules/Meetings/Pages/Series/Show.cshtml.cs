using Intranet.Shared;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Meetings.Pages.Series;

/// <summary>One series: its rhythm, its next eight weeks, what was called off or moved.</summary>
[Allow(Permission.Read)]
internal sealed class ShowModel(IntranetDb db, CurrentUser user, BusinessDay day, SeriesNotices notices) : PageModel
{
    public const int Weeks = 8;

    public SeriesRow Row { get; private set; } = null!;
    public IReadOnlyList<Occurrence> Coming { get; private set; } = [];

    /// <summary>Day told to the partner, and when.</summary>
    public IReadOnlyDictionary<DateOnly, DateTime> Told { get; private set; } = new Dictionary<DateOnly, DateTime>();
    public DateOnly Today => day.Today;
    public bool CanWrite => user.May(Permission.WriteMeetings);

    public async Task<IActionResult> OnGetAsync(int id) => await ReadAsync(id) ? Page() : NotFound();

    /// <summary>An occurrence called off or moved takes place on its day after all.</summary>
    public async Task<IActionResult> OnPostRestoreAsync(int id, DateOnly on, int version)
    {
        var series = await db.Set<MeetingSeries>().Include(s => s.Subject).Include(s => s.Partner).Include(s => s.Exceptions).InScope(db, user).FirstOrDefaultAsync(s => s.Id == id);
        if (series is null)
            return NotFound();
        if (!CanWrite)
            return Forbid();
        try
        {
            db.Expect(series, version);
            var exception = series.Exceptions.FirstOrDefault(e => e.On == on);
            series.Restore(on);
            if (exception?.MovedTo is not { } moved)
                await notices.FollowAsync(series, HttpContext.RequestAborted);
            else if (on < Today || FrenchHolidays.NameOf(on, Occurrences.HolidaysOf(series.Partner!.Departments)) is not null)
                await notices.CorrectAsync(id, moved, null, on < Today ? "la séance revient à sa date habituelle, passée." : "la séance revient à sa date habituelle, un jour férié.", HttpContext.RequestAborted);
            else
                await notices.CorrectAsync(id, moved, on, "la séance revient à sa date habituelle.", HttpContext.RequestAborted);
            db.Touch(series);
            await db.SaveChangesAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            await ReadAsync(id);
            ModelState.AddModelError("", "Cette série a changé entre-temps\u00a0: la voici. Rien n’est rétabli\u00a0; vérifiez, puis recommencez si besoin.");
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }
        TempData["Toast"] = "Séance rétablie.";
        return LocalRedirect($"/rencontres/permanences/{id}");
    }

    private async Task<bool> ReadAsync(int id)
    {
        if (await db.Set<MeetingSeries>().InScope(db, user).Where(s => s.Id == id).Rows(Today).FirstOrDefaultAsync(HttpContext.RequestAborted) is not { } row)
            return false;
        Row = row;
        Coming = row.Between(Today, Today.AddDays(Weeks * 7));
        var today = Today;
        Told = await db.Set<SeriesNotice>().Where(n => n.SeriesId == id && n.On >= today).ToDictionaryAsync(n => n.On, n => n.SentAt, HttpContext.RequestAborted);
        return true;
    }
}
