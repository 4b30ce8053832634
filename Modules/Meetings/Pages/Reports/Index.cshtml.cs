using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Intranet.Meetings.Pages.Reports;

/// <summary>The yearly report of meetings, for Direction and Coordination.</summary>
[Allow(Permission.WriteMeetings)]
internal sealed class IndexModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    public const int YearsBack = 4;

    public YearReport Report { get; private set; } = null!;
    public DateOnly Today => day.Today;
    public string Reader => user.Name;
    public bool SeesAll => user.SeesAll;

    public async Task<IActionResult> OnGetAsync(int? annee)
    {
        var year = annee ?? Today.Year;
        if (year < 2000 || year > Today.Year)
            return NotFound();
        Report = await YearReport.ReadAsync(db, user, year, Today, HttpContext.RequestAborted);
        return Page();
    }
}
