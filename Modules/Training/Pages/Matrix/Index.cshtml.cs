using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Training.Pages.Matrix;

/// <summary>Who holds what, establishment by establishment; whoever reads no team finds their own record instead. Three commands when nothing was saved since.</summary>
[Allow(Permission.Read)]
internal sealed class IndexModel(IntranetDb db, CurrentUser user, BusinessDay day, TrainingBoard board) : PageModel
{
    private const int SessionsShown = 3;

    [BindProperty(SupportsGet = true, Name = "")]
    public CoverageFilter Filter { get; set; } = new();

    public CoverageMatrix Matrix { get; private set; } = null!;
    public Paged<MatrixRow> Rows { get; private set; } = null!;
    public IReadOnlyList<Vanished> Vanished { get; private set; } = [];

    /// <summary>Null for who may not know what departures cost.</summary>
    public Erosion? Erosion { get; private set; }
    public IReadOnlyList<ComingSession> Sessions { get; private set; } = [];
    public TeamChoices Choices { get; private set; } = null!;
    public DateOnly Today => day.Today;
    public bool CanManage => user.May(Permission.ManageTraining);

    public async Task<IActionResult> OnGetAsync(int p = 1)
    {
        var cancellation = HttpContext.RequestAborted;
        var all = await TeamPlace.ReadableAsync(db, user, Today, cancellation);
        if (all.Count == 0 && (user.Roles & (Roles.Coordination | Roles.Direction)) == 0)
            return LocalRedirect("/formations/moi");
        var snapshot = await board.ReadAsync(db, Today, cancellation);
        var kept = all.Where(Filter.Keeps).ToList();
        Matrix = snapshot.Matrix(kept, Filter.DayOf(Today));
        Rows = Matrix.Page(p);
        Choices = TeamChoices.Of(all, Filter);
        if (Request.WantsFragment())
            return Page();
        var houses = kept.Select(k => k.Id).ToHashSet();
        Vanished = snapshot.Vanished(houses);
        Erosion = CanManage && houses.Count > 0 ? snapshot.Erosion(houses) : null;
        var today = Today;
        Sessions = await db.Set<TrainingSession>().AsNoTracking().Where(s => s.CancelledOn == null && s.ClosedOn == null && s.From >= today).OrderBy(s => s.From).ThenBy(s => s.Id).Take(SessionsShown)
            .Select(s => new ComingSession(s.Id, s.Title, s.From, s.To, s.IsRemote, s.Establishment == null ? s.Place : (s.Establishment.Kind + " " + s.Establishment.Name).Trim(),
                s.Capacity, s.Enrolments.Count(e => e.SeatedAt != null && e.WithdrawnOn == null && e.RefusedOn == null))).ToListAsync(cancellation);
        return Page();
    }
}

/// <summary>A session to come, as its card shows it.</summary>
internal sealed record ComingSession(int Id, string Title, DateOnly From, DateOnly To, bool IsRemote, string Place, int Capacity, int Seated)
{
    public int Left => Math.Max(0, Capacity - Seated);
    public string Where => IsRemote ? "À distance" : Place;
}
