using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Training.Pages.Matrix;

/// <summary>One requirement in one establishment: each person, until when, and how it moved and will move.</summary>
[Allow(Permission.Read)]
internal sealed class CellModel(IntranetDb db, CurrentUser user, BusinessDay day, TrainingBoard board) : PageModel
{
    private const int Past = 12;

    public TeamPlace Place { get; private set; } = null!;
    public RequirementTerms Requirement { get; private set; } = null!;

    /// <summary>Null when nobody is concerned today.</summary>
    public CoverageCell? Cell { get; private set; }

    /// <summary>Those who lack it first, then by end.</summary>
    public IReadOnlyList<PersonStanding> People { get; private set; } = [];
    public IReadOnlyDictionary<int, string> Names { get; private set; } = new Dictionary<int, string>();

    /// <summary>Twelve ends of month, today, then what is foreseen in 3, 6 and 12 months.</summary>
    public IReadOnlyList<CellDay> Days { get; private set; } = [];

    /// <summary>Courses that satisfy it, with their titles.</summary>
    public IReadOnlyList<CourseTerms> Courses { get; private set; } = [];
    public IReadOnlyDictionary<int, string> Functions { get; private set; } = new Dictionary<int, string>();
    public DateOnly Today => day.Today;
    public bool CanManage { get; private set; }

    public async Task<IActionResult> OnGetAsync(int house, int requirement)
    {
        var cancellation = HttpContext.RequestAborted;
        if ((await TeamPlace.ReadableAsync(db, user, Today, cancellation)).Find(p => p.Id == house) is not { } place)
            return NotFound();
        var snapshot = await board.ReadAsync(db, Today, cancellation);
        if (snapshot.Facts.Requirements.FirstOrDefault(r => r.Id == requirement) is not { } terms)
            return NotFound();
        (Place, Requirement) = (place, terms);
        CanManage = user.May(Permission.ManageTraining) || (await TeamPlace.ManagedAsync(db, user, Today, cancellation)).Exists(p => p.Id == house);
        CellDay On(DateOnly on) => new(on, snapshot.On(on, new HashSet<int> { house }).FirstOrDefault(c => c.Requirement.Id == requirement));
        var thisMonth = new DateOnly(Today.Year, Today.Month, 1);
        Days = [.. Enumerable.Range(0, Past).Select(i => On(thisMonth.AddMonths(i + 1 - Past).AddDays(-1))), On(Today), .. CoverageFilter.Ahead.Select(m => On(Today.AddMonths(m)))];
        Cell = Days[Past].Cell;
        People = [.. (Cell?.People ?? []).OrderBy(p => p.Standing switch { Standing.Lacks => 0, Standing.Later => 1, _ => 2 }).ThenBy(p => p.Until ?? DateOnly.MaxValue).ThenBy(p => p.PersonId)];
        Functions = snapshot.Facts.Team.Where(t => t.EstablishmentId == house && t.IsOn(Today)).GroupBy(t => t.PersonId).ToDictionary(g => g.Key, g => g.MinBy(t => t.From)!.Function);
        Courses = [.. snapshot.Facts.Courses.Where(c => terms.Courses.Contains(c.Id)).OrderBy(c => c.Title, StringComparer.CurrentCulture)];
        var ids = People.Select(p => p.PersonId).ToList();
        Names = await db.Set<Person>().AsNoTracking().Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, p.FirstName, p.LastName }).ToDictionaryAsync(p => p.Id, p => $"{p.FirstName} {p.LastName}".Trim(), cancellation);
        return Page();
    }
}

/// <summary>The cell on a day.</summary>
internal sealed record CellDay(DateOnly On, CoverageCell? Cell)
{
    public string Figure => Cell is null ? "–" : CoverageMark.Of(Cell).Figure;
}
