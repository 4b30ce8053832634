using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Conventions.Pages.Conventions.Amending;

/// <summary>The convention as it read on a day, to show and to print.</summary>
[Allow(Permission.Read)]
internal sealed class ReadingModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "le")]
    public DateOnly? On { get; set; }

    public Convention Convention { get; private set; } = null!;
    public ConventionFacts Facts { get; private set; } = null!;
    public ConventionReading Reading { get; private set; } = null!;
    public DateOnly Day => On ?? day.Today;
    public DateOnly Today => day.Today;
    public string Reader => user.Name;

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (await db.Set<Convention>().AsNoTracking().Include(c => c.Kind).Include(c => c.Signatories).Include(c => c.Successors).WithAmendments().InScope(db, user).FirstOrDefaultAsync(c => c.Id == id) is not { } convention)
            return NotFound();
        (Convention, Reading, Facts) = (convention, convention.ReadOn(Day), ConventionFacts.Of(convention));
        // States count tacit renewals from the end that the text then had.
        Facts.End = Reading.End;
        return Page();
    }
}
