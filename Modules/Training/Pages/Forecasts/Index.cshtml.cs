using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Training.Pages.Forecasts;

/// <summary>Seats needed over twelve months, and the sessions that would give them.</summary>
[Allow(Permission.Read)]
internal sealed class IndexModel(IntranetDb db, CurrentUser user, BusinessDay day, TrainingBoard board) : PageModel
{
    /// <summary>Sessions shown of one requirement.</summary>
    public const int Shown = 6;

    [BindProperty(SupportsGet = true, Name = "")]
    public CoverageFilter Filter { get; set; } = new();

    public TeamChoices Choices { get; private set; } = null!;
    public IReadOnlyList<Forecast> Rows { get; private set; } = [];
    public IReadOnlyDictionary<int, string> Names { get; private set; } = new Dictionary<int, string>();
    public IReadOnlyDictionary<int, string> Houses { get; private set; } = new Dictionary<int, string>();
    public DateOnly Today => day.Today;
    public bool CanManage => user.May(Permission.ManageTraining);

    public async Task<IActionResult> OnGetAsync()
    {
        var (today, cancellation) = (Today, HttpContext.RequestAborted);
        var all = await TeamPlace.ReadableAsync(db, user, today, cancellation);
        if (all.Count == 0)
            return NotFound();
        Choices = TeamChoices.Of(all, Filter);
        Houses = all.Where(Filter.Keeps).ToDictionary(a => a.Id, a => a.Name);
        Rows = Forecast.Of(await board.ReadAsync(db, today, cancellation), Houses.Keys.ToHashSet());
        var ids = Rows.SelectMany(r => r.Sessions.Take(Shown)).SelectMany(s => s.People).Select(s => s.PersonId).Distinct().ToList();
        Names = await db.Set<Person>().AsNoTracking().Where(x => ids.Contains(x.Id)).Select(x => new { x.Id, x.FirstName, x.LastName }).ToDictionaryAsync(x => x.Id, x => $"{x.FirstName} {x.LastName}".Trim(), cancellation);
        return Page();
    }
}
