using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Training.Pages.Newcomers;

/// <summary>Who arrived lately, what is missing and by when.</summary>
[Allow(Permission.Read)]
internal sealed class IndexModel(IntranetDb db, CurrentUser user, BusinessDay day, TrainingBoard board) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "")]
    public CoverageFilter Filter { get; set; } = new();

    public TeamChoices Choices { get; private set; } = null!;
    public Paged<Newcomer> Rows { get; private set; } = null!;
    public IReadOnlyDictionary<int, string> Names { get; private set; } = new Dictionary<int, string>();
    public IReadOnlyDictionary<int, string> Houses { get; private set; } = new Dictionary<int, string>();
    public IReadOnlyDictionary<int, RequirementTerms> Requirements { get; private set; } = new Dictionary<int, RequirementTerms>();

    /// <summary>Those to whom nothing is missing.</summary>
    public int Done { get; private set; }
    public DateOnly Today => day.Today;

    public async Task<IActionResult> OnGetAsync(int p = 1)
    {
        var (today, cancellation) = (Today, HttpContext.RequestAborted);
        var all = await TeamPlace.ReadableAsync(db, user, today, cancellation);
        if (all.Count == 0)
            return NotFound();
        Choices = TeamChoices.Of(all, Filter);
        Houses = all.Where(Filter.Keeps).ToDictionary(a => a.Id, a => a.Name);
        var snapshot = await board.ReadAsync(db, today, cancellation);
        var arrived = Newcomer.Of(snapshot, Houses.Keys.ToHashSet());
        Done = arrived.Count(n => n.Missing.Count == 0);
        var number = Math.Clamp(p, 1, Math.Max(1, (arrived.Count + Paging.Size - 1) / Paging.Size));
        Rows = new([.. arrived.Skip((number - 1) * Paging.Size).Take(Paging.Size)], arrived.Count, number, Paging.Size);
        Requirements = snapshot.Facts.Requirements.ToDictionary(r => r.Id);
        var ids = Rows.Rows.Select(r => r.Member.PersonId).ToList();
        Names = await db.Set<Person>().AsNoTracking().Where(x => ids.Contains(x.Id)).Select(x => new { x.Id, x.FirstName, x.LastName }).ToDictionaryAsync(x => x.Id, x => $"{x.FirstName} {x.LastName}".Trim(), cancellation);
        return Page();
    }
}
