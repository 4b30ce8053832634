using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Training.Pages.Requirements;

/// <summary>Other terms for a requirement: coverage follows at once, past months too.</summary>
[Allow(Permission.ManageTraining)]
internal sealed class EditModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel, IRequirementForm
{
    [BindProperty]
    public RequirementInput Input { get; set; } = new();

    public int Id { get; private set; }
    public string Name { get; private set; } = "";
    public RequirementChoices Choices { get; private set; } = null!;
    public FormConflict? Conflict { get; private set; }

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (await Find(id) is not { } requirement)
            return NotFound();
        Input = RequirementInput.Of(requirement);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id)
    {
        if (await Find(id) is not { } requirement)
            return NotFound();
        if (!ModelState.IsValid)
            return this.Invalid();
        try
        {
            db.Expect(requirement, Input.Version);
            Input.Write(requirement, Choices);
            db.Touch(requirement);
            await db.SaveChangesAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            Conflict = await FormConflict.BetweenAsync(this, db, id, Input, RequirementInput.Of((await Find(id))!),
                (nameof(Input.Courses), Choices.Courses), (nameof(Input.EstablishmentId), Choices.Establishments), (nameof(Input.ServiceId), Choices.Services));
            return Page();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        TempData["Toast"] = "Exigence enregistrée.";
        return LocalRedirect($"/formations/exigences/{id}");
    }

    private async Task<Requirement?> Find(int id)
    {
        var requirement = await db.Set<Requirement>().Include(r => r.Courses).InScope(db, user).Manageable(db, user, day.Today).FirstOrDefaultAsync(r => r.Id == id);
        if (requirement is null)
            return null;
        (Id, Name) = (id, requirement.Title);
        Choices = await RequirementChoices.ReadAsync(db, user, day.Today, requirement, HttpContext.RequestAborted);
        return requirement;
    }
}
