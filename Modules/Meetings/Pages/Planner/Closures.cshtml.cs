using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Meetings.Pages.Planner;

/// <summary>The courts' reduced service and local closures: days on which no meeting is proposed.</summary>
[Allow(Permission.Read)]
internal sealed class ClosuresModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    public DateOnly Today => day.Today;
    public bool CanWrite => user.May(Permission.WriteMeetings);
    public IReadOnlyList<Line> Lines { get; private set; } = [];

    /// <summary>The year for which the usual periods are not there yet.</summary>
    public int? NextYear { get; private set; }

    public async Task OnGetAsync()
    {
        Lines = await db.Set<Closure>().AsNoTracking().OrderByDescending(c => c.From).ThenBy(c => c.Id)
            .Select(c => new Line { Closure = c, Partner = c.Partner == null ? null : c.Partner.Name }).ToListAsync();
        NextYear = Enumerable.Range(Today.Year, 3).Select(y => (int?)y).FirstOrDefault(y => !HasUsual(y!.Value));
    }

    public async Task<IActionResult> OnPostUsualAsync(int year)
    {
        if (!CanWrite)
            return Forbid();
        await OnGetAsync();
        if (year == NextYear)
        {
            db.AddRange(ClosureRules.Usual(year));
            await db.SaveChangesAsync();
            TempData["Toast"] = $"Périodes habituelles de {year} ajoutées. Ajustez-les tribunal par tribunal.";
        }
        return LocalRedirect("/rencontres/planificateur/fermetures");
    }

    private bool HasUsual(int year) => Lines.Any(l => l.Closure is { Kind: ClosureKind.ReducedService, PartnerId: null } && l.Closure.From.Year == year);

    internal sealed class Line
    {
        public required Closure Closure { get; init; }
        public required string? Partner { get; init; }
    }
}
