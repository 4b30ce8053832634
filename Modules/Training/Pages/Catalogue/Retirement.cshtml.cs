using Intranet.Shared;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Training.Pages.Catalogue;

/// <summary>Takes a course out of the catalogue, or puts it back; what was learnt stays valid.</summary>
[Allow(Permission.ManageTraining)]
internal sealed class RetirementModel(IntranetDb db, BusinessDay day) : PageModel
{
    [BindProperty]
    public int Version { get; set; }

    public Course Course { get; private set; } = null!;

    /// <summary>Sessions to come, which take place all the same.</summary>
    public int Sessions { get; private set; }

    /// <summary>Titles of requirements that ask for it.</summary>
    public IReadOnlyList<string> Requirements { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (!await FindAsync(id))
            return NotFound();
        Version = Course.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id)
    {
        if (!await FindAsync(id))
            return NotFound();
        var isBack = Course.RetiredOn is not null;
        try
        {
            db.Expect(Course, Version);
            if (isBack)
                Course.Restore();
            else
                Course.Retire(day.Today);
            await db.SaveChangesAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            await FindAsync(id);
            Version = Course.Version;
            ModelState.Clear();
            ModelState.AddModelError("", "Cette formation a changé entre-temps\u00a0: relisez, puis recommencez.");
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }
        TempData["Toast"] = isBack ? "Formation remise au catalogue." : "Formation retirée du catalogue.";
        return LocalRedirect($"/formations/{id}");
    }

    private async Task<bool> FindAsync(int id)
    {
        var today = day.Today;
        if (await db.Set<Course>().Include(c => c.Subject).FirstOrDefaultAsync(c => c.Id == id, HttpContext.RequestAborted) is not { } course)
            return false;
        Course = course;
        Sessions = await db.Set<TrainingSession>().Where(s => s.CourseId == id).Coming(today).CountAsync(HttpContext.RequestAborted);
        Requirements = await db.Set<Requirement>().Where(r => r.Courses.Any(c => c.CourseId == id) && (r.To == null || r.To >= today)).OrderBy(r => r.Title).Select(r => r.Title).ToListAsync(HttpContext.RequestAborted);
        return true;
    }
}
