using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Intranet.Reminders.Pages.Register;

/// <summary>The open register: what was told, to whom, when, and what came of it.</summary>
[Allow(Permission.Read)]
internal sealed class IndexModel(IntranetDb db, CurrentUser user, BusinessDay day, IEnumerable<IReminderSource> sources) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "")]
    public RegisterFilter Filter { get; set; } = new();

    public Paged<RegisterRow> Rows { get; private set; } = null!;
    public IEnumerable<(string Code, string Label)> Rules => sources.Select(s => (s.Rule.Code, s.Rule.Label));
    public DateOnly Today => day.Today;

    public async Task OnGetAsync(int p = 1)
        => Rows = await Filter.Apply(db.Told(user)).Rows(db).PageAsync(p, cancellation: HttpContext.RequestAborted);
}
