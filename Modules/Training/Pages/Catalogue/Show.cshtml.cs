using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Training.Pages.Catalogue;

/// <summary>A course: what it teaches, how long it holds, when it is next given, who asks for it.</summary>
[Allow(Permission.Read)]
internal sealed class ShowModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    public Course Course { get; private set; } = null!;

    /// <summary>Courses that replace this one.</summary>
    public IReadOnlyList<(int Id, string Title)> Successors { get; private set; } = [];

    public IReadOnlyList<(int Id, string Title)> Requirements { get; private set; } = [];
    public IReadOnlyList<SessionRow> Sessions { get; private set; } = [];
    public DateOnly Today => day.Today;
    public bool CanWrite => user.May(Permission.ManageTraining);

    public async Task<IActionResult> OnGetAsync(int id)
    {
        var cancellation = HttpContext.RequestAborted;
        if (await db.Set<Course>().AsNoTracking().Include(c => c.Replaces).FirstOrDefaultAsync(c => c.Id == id, cancellation) is not { } course)
            return NotFound();
        Course = course;
        Successors = [.. (await db.Set<Course>().Where(c => c.ReplacesId == id).OrderBy(c => c.Title).Select(c => new { c.Id, c.Title }).ToListAsync(cancellation)).Select(c => (c.Id, c.Title))];
        var today = day.Today;
        Requirements = [.. (await db.Set<Requirement>().Where(r => r.Courses.Any(c => c.CourseId == id) && (r.To == null || r.To >= today)).OrderBy(r => r.Title).Select(r => new { r.Id, r.Title }).ToListAsync(cancellation)).Select(r => (r.Id, r.Title))];
        Sessions = await db.Set<TrainingSession>().Where(s => s.CourseId == id).Coming(today).Rows(user.PersonId ?? 0).Take(10).ToListAsync(cancellation);
        return Page();
    }
}
