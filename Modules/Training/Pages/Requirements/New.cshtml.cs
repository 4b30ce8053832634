using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Intranet.Training.Pages.Requirements;

/// <summary>A new requirement.</summary>
[Allow(Permission.ManageTraining)]
internal sealed class NewModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel, IRequirementForm
{
    [BindProperty]
    public RequirementInput Input { get; set; } = new();

    public RequirementChoices Choices { get; private set; } = null!;

    public async Task OnGetAsync(int? formation)
    {
        Choices = await RequirementChoices.ReadAsync(db, user, day.Today, null, HttpContext.RequestAborted);
        Input.From = day.Today;
        if (formation is { } course)
            Input.Courses = [course];
    }

    public async Task<IActionResult> OnPostAsync()
    {
        Choices = await RequirementChoices.ReadAsync(db, user, day.Today, null, HttpContext.RequestAborted);
        if (!ModelState.IsValid)
            return this.Invalid();
        try
        {
            var requirement = new Requirement(Input.Title!, Input.From!.Value);
            Input.Write(requirement, Choices);
            db.Add(requirement);
            await db.SaveChangesAsync();
            TempData["Toast"] = "Exigence enregistrée.";
            return LocalRedirect($"/formations/exigences/{requirement.Id}");
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
    }
}
