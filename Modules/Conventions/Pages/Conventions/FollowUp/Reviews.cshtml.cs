using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Conventions.Pages.Conventions.FollowUp;

/// <summary>The annual reviews, year by year, with those that are still owed.</summary>
[Allow(Permission.Read)]
internal sealed class ReviewsModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    private const int PastYears = 6;

    public ConventionHead Head { get; private set; } = null!;
    public IReadOnlyList<ReviewYear> Years { get; private set; } = [];
    public LevelCurve Curve { get; private set; } = null!;
    public DateOnly Today => day.Today;
    public bool CanWrite => user.May(Permission.WriteConventions);

    /// <summary>The year to write next: the oldest that is late, else the last owed.</summary>
    public int? ToWrite => Years.Where(y => y.IsOwed && y.Review?.HeldOn is null).MinBy(y => y.Year)?.Year;

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (await ConventionHead.ReadAsync(db, user, Today, id, "/bilans", HttpContext.RequestAborted) is not { } head)
            return NotFound();
        Head = head;
        var rows = await db.Set<Convention>().AsNoTracking().Where(c => c.Id == id)
            .Select(c => new { c.AgreedLevel, Reviews = c.Reviews.ToList() }).FirstAsync(HttpContext.RequestAborted);
        Years = ReviewYear.Of(head.Facts, rows.Reviews, Today, PastYears);
        Curve = new LevelCurve(rows.AgreedLevel, Years);
        return Page();
    }
}
