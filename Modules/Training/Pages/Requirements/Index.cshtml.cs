using Intranet.Shared;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Training.Pages.Requirements;

/// <summary>What people must know. Everybody reads the rule; how many it concerns, who reads a team.</summary>
[Allow(Permission.Read)]
internal sealed class IndexModel(IntranetDb db, CurrentUser user, BusinessDay day, TrainingBoard board) : PageModel
{
    public IReadOnlyList<RequirementRow> Rows { get; private set; } = [];

    /// <summary>Over the reader's teams today, by requirement; empty for who reads none.</summary>
    public IReadOnlyDictionary<int, RequirementFigure> Figures { get; private set; } = new Dictionary<int, RequirementFigure>();
    public bool WithEnded { get; private set; }
    public DateOnly Today => day.Today;
    public bool CanManage => user.May(Permission.ManageTraining);

    public async Task OnGetAsync(bool terminees = false)
    {
        var (today, cancellation) = (Today, HttpContext.RequestAborted);
        WithEnded = terminees;
        Rows = await db.Set<Requirement>().InScope(db, user).Where(r => terminees || r.To == null || r.To >= today).OrderBy(r => r.Title).ThenBy(r => r.Id).RowsAsync(db, cancellation);
        Figures = await RequirementFigure.ReadAsync(db, user, board, today, cancellation);
    }
}

/// <summary>How many people of the reader's teams a requirement concerns today, newcomers included, and the coverage.</summary>
internal sealed record RequirementFigure(int People, CoverageTotal Total)
{
    public static async Task<IReadOnlyDictionary<int, RequirementFigure>> ReadAsync(IntranetDb db, CurrentUser user, TrainingBoard board, DateOnly today, CancellationToken cancellation)
    {
        var places = await TeamPlace.ReadableAsync(db, user, today, cancellation);
        if (places.Count == 0)
            return new Dictionary<int, RequirementFigure>();
        var cells = (await board.ReadAsync(db, today, cancellation)).On(today, places.Select(p => p.Id).ToHashSet());
        return cells.GroupBy(c => c.Requirement.Id).ToDictionary(g => g.Key, g => new RequirementFigure(g.SelectMany(c => c.People).DistinctBy(p => p.PersonId).Count(), CoverageTotal.Of(g.First().Requirement, [.. g], today)));
    }
}
