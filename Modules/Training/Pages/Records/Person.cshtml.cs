using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Intranet.Training.Pages.Records;

/// <summary>Somebody's training, for those who may read it; a departed person's stays with their last team.</summary>
[Allow(Permission.Read)]
internal sealed class PersonModel(IntranetDb db, CurrentUser user, BusinessDay day, TrainingBoard board) : PageModel
{
    public TrainingFile Training { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (await TrainingFile.ReadAsync(db, user, board, id, day.Today, HttpContext.RequestAborted) is not { } training)
            return NotFound();
        Training = training;
        return Page();
    }
}
