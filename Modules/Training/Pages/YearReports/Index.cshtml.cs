using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Intranet.Training.Pages.YearReports;

/// <summary>The yearly report of training, for Direction and Coordination; costs for the direction only.</summary>
[Allow(Permission.WriteMeetings)]
internal sealed class IndexModel(IntranetDb db, CurrentUser user, BusinessDay day, TrainingBoard board) : PageModel
{
    public const int YearsBack = 4;

    public TrainingYear Report { get; private set; } = null!;
    public DateOnly Today => day.Today;
    public string Reader => user.Name;
    public bool SeesAll => user.SeesAll;

    public async Task<IActionResult> OnGetAsync(int? annee)
    {
        var year = annee ?? Today.Year;
        if (!TrainingYear.IsKnown(year, Today))
            return NotFound();
        Report = await TrainingYear.ReadAsync(db, user, board, year, Today, HttpContext.RequestAborted);
        return Page();
    }
}
