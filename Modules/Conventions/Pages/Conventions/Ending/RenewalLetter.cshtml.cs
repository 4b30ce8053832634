using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Intranet.Conventions.Pages.Conventions.Ending;

/// <summary>The letter to the partner before a tacit renewal, to copy, print or finish in Word.</summary>
[Allow(Permission.Read)]
internal sealed class RenewalLetterModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    public ConventionFacts Convention { get; private set; } = null!;

    /// <summary>Null when nothing is about to roll.</summary>
    public RenewalLetter? Letter { get; private set; }

    public string Address => $"/conventions/{Convention.Id}";

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (await RenewalLetter.ReadAsync(db, user, day.Today, id, HttpContext.RequestAborted) is not { } read)
            return NotFound();
        (Convention, Letter) = read;
        return Page();
    }
}
