using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Training.Pages.Catalogue;

[Allow(Permission.ManageTraining)]
internal sealed class EditModel(IntranetDb db) : PageModel, ICourseForm
{
    [BindProperty]
    public CourseInput Input { get; set; } = new();

    public int Id { get; private set; }
    public string Name { get; private set; } = "";
    public CourseChoices Choices { get; private set; } = null!;
    public FormConflict? Conflict { get; private set; }

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (await FindAsync(id) is not { } course)
            return NotFound();
        Input = CourseInput.From(course);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id)
    {
        if (await FindAsync(id) is not { } course)
            return NotFound();
        if (!ModelState.IsValid)
            return this.Invalid();
        try
        {
            db.Expect(course, Input.Version);
            Input.Apply(course, Choices);
            await db.SaveChangesAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            if (await FindAsync(id) is not { } stored)
                return NotFound();
            Conflict = await FormConflict.BetweenAsync(this, db, id, Input, CourseInput.From(stored), (nameof(Input.Topics), Choices.Topics), (nameof(Input.ReplacesId), Choices.Courses));
            return Page();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        TempData["Toast"] = "Formation enregistrée.";
        return LocalRedirect($"/formations/{id}");
    }

    private async Task<Course?> FindAsync(int id)
    {
        var course = await db.Set<Course>().Include(c => c.Subject).FirstOrDefaultAsync(c => c.Id == id, HttpContext.RequestAborted);
        if (course is null)
            return null;
        (Id, Name) = (id, course.Title);
        Choices = await CourseChoices.ReadAsync(db, course, HttpContext.RequestAborted);
        return course;
    }
}
