using Intranet.Shared;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Training.Pages.Requirements;

/// <summary>One requirement, and where the reader's teams stand with it; its end is written here.</summary>
[Allow(Permission.Read)]
internal sealed class ShowModel(IntranetDb db, CurrentUser user, BusinessDay day, TrainingBoard board) : PageModel
{
    public RequirementRow Row { get; private set; } = null!;
    public RequirementFigure? Figure { get; private set; }

    /// <summary>Of the reader's teams, those furthest from the target first.</summary>
    public IReadOnlyList<CoverageCell> Cells { get; private set; } = [];
    public int Teams { get; private set; }
    public bool ReadsTeams { get; private set; }
    public DateOnly Today => day.Today;
    public bool CanManage { get; private set; }

    /// <summary>It can be ended today.</summary>
    public bool CanEnd => CanManage && Row.Requirement.From <= Today && (Row.Requirement.To is null || Row.Requirement.To > Today);

    public async Task<IActionResult> OnGetAsync(int id) => await ReadAsync(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostEndAsync(int id, int version)
    {
        if (!await ReadAsync(id))
            return NotFound();
        if (!user.May(Permission.ManageTraining))
            return Forbid();
        if (await db.Set<Requirement>().InScope(db, user).Manageable(db, user, Today).FirstOrDefaultAsync(r => r.Id == id) is not { } requirement)
            return NotFound();
        try
        {
            db.Expect(requirement, version);
            requirement.Last(requirement.From, Today);
            await db.SaveChangesAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            await ReadAsync(id);
            ModelState.AddModelError("", "Cette exigence a changé entre-temps\u00A0: la voici. Rien n’est enregistré.");
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        TempData["Toast"] = $"L’exigence prend fin le {French.Date(Today)}.";
        return LocalRedirect($"/formations/exigences/{id}");
    }

    private async Task<bool> ReadAsync(int id)
    {
        const int shown = 10;
        var (today, cancellation) = (Today, HttpContext.RequestAborted);
        if ((await db.Set<Requirement>().InScope(db, user).Where(r => r.Id == id).RowsAsync(db, cancellation)).FirstOrDefault() is not { } row)
            return false;
        Row = row;
        var places = await TeamPlace.ReadableAsync(db, user, today, cancellation);
        CanManage = user.May(Permission.ManageTraining) && row.Owners.All(o => places.Exists(p => p.Id == o));
        ReadsTeams = places.Count > 0;
        if (!ReadsTeams)
            return true;
        var cells = (await board.ReadAsync(db, today, cancellation)).On(today, places.Select(p => p.Id).ToHashSet()).Where(c => c.Requirement.Id == id).ToList();
        Teams = cells.Count;
        Cells = [.. cells.OrderBy(c => c.Share ?? 2).ThenByDescending(c => c.Concerned - c.Holders).ThenBy(c => c.House.Name, StringComparer.CurrentCulture).Take(shown)];
        if (cells.Count > 0)
            Figure = new(cells.SelectMany(c => c.People).DistinctBy(p => p.PersonId).Count(), CoverageTotal.Of(cells[0].Requirement, cells, today));
        return true;
    }
}
