using Intranet.Shared;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Knowledge.Pages.Laws;

/// <summary>What pages rest on; the latest first.</summary>
[Allow(Permission.Read)]
internal sealed class IndexModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    public Paged<LawRow> Rows { get; private set; } = null!;
    public DateOnly Today => day.Today;
    public bool CanWrite => user.May(Permission.WriteKnowledge);

    public async Task OnGetAsync(int p = 1)
        => Rows = await db.Set<LawText>().AsNoTracking().OrderByDescending(l => l.InForceOn).ThenBy(l => l.Name).ThenBy(l => l.Id)
            .Select(l => new LawRow(l, db.Set<KnowledgePage>().Count(k => k.PublishedNumber != null && k.BinnedOn == null && k.Subject.Links.Any(t => t.ToId == l.Id && t.Role == LinkRole.RestsOn))))
            .PageAsync(p, cancellation: HttpContext.RequestAborted);
}

/// <param name="Pages">Published pages that rest on it.</param>
internal sealed record LawRow(LawText Law, int Pages);
