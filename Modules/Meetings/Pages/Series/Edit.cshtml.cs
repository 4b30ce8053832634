using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Meetings.Pages.Series;

/// <summary>Another day, another hour, an end: the days to come follow, and a partner already told of some is told at once.</summary>
[Allow(Permission.WriteMeetings)]
internal sealed class EditModel(IntranetDb db, CurrentUser user, BusinessDay day, SeriesNotices notices) : PageModel, ISeriesForm
{
    [BindProperty]
    public SeriesInput Input { get; set; } = new();

    public int Id { get; private set; }
    public string Name { get; private set; } = "";
    public SeriesChoices Choices { get; private set; } = null!;
    public FormConflict? Conflict { get; private set; }

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (await Find(id) is not { } series)
            return NotFound();
        Input = SeriesInput.Of(series);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id)
    {
        if (await Find(id) is not { } series)
            return NotFound();
        if (!ModelState.IsValid)
            return this.Invalid();
        try
        {
            db.Expect(series, Input.Version);
            series.Be(Input.Kind!.Value);
            Input.Write(series, Choices);
            await notices.FollowAsync(series, HttpContext.RequestAborted);
            await db.SaveChangesAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            Conflict = await FormConflict.BetweenAsync(this, db, id, Input, SeriesInput.Of((await Find(id))!), (nameof(Input.PostId), Choices.PostItems), (nameof(Input.NoticePostId), Choices.NoticeItems));
            return Page();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        TempData["Toast"] = "Séances enregistrées.";
        return LocalRedirect($"/rencontres/permanences/{id}");
    }

    private async Task<MeetingSeries?> Find(int id)
    {
        var series = await db.Set<MeetingSeries>().Include(s => s.Subject.Links).InScope(db, user).FirstOrDefaultAsync(s => s.Id == id);
        if (series is null)
            return null;
        (Id, Name) = (id, series.Title);
        Choices = (await SeriesChoices.ReadAsync(db, user, series.PartnerId, series.PostId, series.NoticePostId, day.Today, HttpContext.RequestAborted))!;
        return series;
    }
}
