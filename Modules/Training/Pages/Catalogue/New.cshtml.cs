using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Intranet.Training.Pages.Catalogue;

/// <summary>The form of a course and what it offers.</summary>
internal interface ICourseForm
{
    CourseInput Input { get; }
    CourseChoices Choices { get; }
}

/// <summary>Adds a course to the catalogue.</summary>
[Allow(Permission.ManageTraining)]
internal sealed class NewModel(IntranetDb db) : PageModel, ICourseForm
{
    [BindProperty]
    public CourseInput Input { get; set; } = new();

    public CourseChoices Choices { get; private set; } = null!;

    public Task OnGetAsync() => ReadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await ReadAsync();
        if (!ModelState.IsValid)
            return this.Invalid();
        try
        {
            var course = new Course(Input.Title!, Input.Kind!.Value, Durations.Minutes(Input.Duration, nameof(Input.Duration)) ?? 0);
            Input.Apply(course, Choices);
            db.Add(course);
            await db.SaveChangesAsync();
            TempData["Toast"] = "Formation ajoutée au catalogue.";
            return LocalRedirect($"/formations/{course.Id}");
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
    }

    private async Task ReadAsync() => Choices = await CourseChoices.ReadAsync(db, null, HttpContext.RequestAborted);
}
