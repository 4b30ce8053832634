using Intranet.Shared;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Reminders.Pages.Rules;

/// <summary>Every rule that a module declares, as it applies.</summary>
[Allow(Permission.Administer)]
internal sealed class IndexModel(IntranetDb db, IEnumerable<IReminderSource> sources) : PageModel
{
    public IReadOnlyList<(RuleInForce Rule, int Open)> Rules { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var open = await db.Set<Reminder>().Where(r => r.DoneOn == null).GroupBy(r => r.Rule).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, HttpContext.RequestAborted);
        Rules = [.. (await RuleInForce.ReadAsync(db, sources, HttpContext.RequestAborted)).Select(r => (r, open.GetValueOrDefault(r.Rule.Code))).OrderBy(r => !r.r.IsOn)];
    }
}
