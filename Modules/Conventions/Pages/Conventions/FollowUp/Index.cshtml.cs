using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Intranet.Conventions.Pages.Conventions.FollowUp;

/// <summary>What is counted while the convention runs: indicators, places, referrals, money.</summary>
[Allow(Permission.Read)]
internal sealed class IndexModel(IntranetDb db, CurrentUser user, BusinessDay day, Choices choices) : PageModel
{
    /// <summary>Id of the indicator drawn.</summary>
    [BindProperty(SupportsGet = true, Name = "indicateur")]
    public int? Chosen { get; set; }

    public ConventionHead Head { get; private set; } = null!;
    public FollowUpSheet Sheet { get; private set; } = null!;
    public bool CanWrite => user.May(Permission.WriteConventions);

    /// <summary>The one asked for, else the first that a chart tells something of.</summary>
    public Indicator? Drawn => Sheet.Indicators.Indicators.FirstOrDefault(i => i.Id == Chosen)
        ?? Sheet.Indicators.Indicators.OrderByDescending(i => i.TargetHundredths is not null).FirstOrDefault(i => Sheet.Chart(i).IsWorthDrawing);

    /// <summary>The month to enter next: the first of the last twelve that is missing, else the current one.</summary>
    public DateOnly MonthToEnter => Sheet.Referrals.IsEmpty ? new DateOnly(day.Today.Year, day.Today.Month, 1).AddMonths(-1)
        : Sheet.Referrals.Months.Reverse().SkipWhile(m => !m.IsEntered).FirstOrDefault(m => !m.IsEntered)?.Month
        ?? Sheet.Referrals.Months[0].Month!.Value.AddMonths(Sheet.Referrals.Months[0].Month!.Value.AddMonths(1) <= day.Today ? 1 : 0);

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (await ConventionHead.ReadAsync(db, user, day.Today, id, "/suivi", HttpContext.RequestAborted) is not { } head)
            return NotFound();
        (Head, Sheet) = (head, await FollowUpSheet.ReadAsync(db, choices, head.Facts, day.Today, HttpContext.RequestAborted));
        return Page();
    }
}
