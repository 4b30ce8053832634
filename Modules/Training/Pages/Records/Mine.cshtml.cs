using Intranet.Shared;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Intranet.Training.Pages.Records;

/// <summary>One's own training: what is held until when, what is lacking, what is coming, what waits.</summary>
[Allow(Permission.Read)]
internal sealed class MineModel(IntranetDb db, CurrentUser user, BusinessDay day, TrainingBoard board) : PageModel
{
    /// <summary>Null when the account is nobody's in the directory.</summary>
    public TrainingFile? Training { get; private set; }

    public async Task OnGetAsync()
        => Training = user.PersonId is { } me ? await TrainingFile.ReadAsync(db, user, board, me, day.Today, HttpContext.RequestAborted) : null;
}
