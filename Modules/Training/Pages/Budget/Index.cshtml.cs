using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Intranet.Training.Pages.Budget;

/// <summary>Planned and spent, by establishment, for a year: the direction's.</summary>
[Allow(Permission.ManageTraining)]
internal sealed class IndexModel(IntranetDb db, CurrentUser user, BusinessDay day, TrainingBoard board) : PageModel
{
    public const int YearsBack = 4;
    private const int Size = 50;

    public BudgetYear Budget { get; private set; } = null!;
    public Paged<BudgetLine> Lines { get; private set; } = null!;
    public DateOnly Today => day.Today;

    public async Task<IActionResult> OnGetAsync(int? annee, int p = 1)
    {
        var year = annee ?? Today.Year;
        if (!EditModel.IsKnown(year, Today))
            return NotFound();
        Budget = await BudgetYear.ReadAsync(db, user, board, year, Today, HttpContext.RequestAborted);
        var page = Math.Clamp(p, 1, Math.Max(1, (Budget.Lines.Count + Size - 1) / Size));
        Lines = new([.. Budget.Lines.Skip((page - 1) * Size).Take(Size)], Budget.Lines.Count, page, Size);
        return Page();
    }
}
