using Intranet.Shared;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Knowledge.Pages.KnowledgePages;

/// <summary>What is in the bin, the latest first.</summary>
[Allow(Permission.WriteKnowledge)]
internal sealed class BinListModel(IntranetDb db) : PageModel
{
    public Paged<BinnedPage> Rows { get; private set; } = null!;

    public async Task OnGetAsync(int p = 1)
        => Rows = await db.Set<KnowledgePage>().AsNoTracking().Where(r => r.BinnedOn != null).OrderByDescending(r => r.BinnedOn).ThenByDescending(r => r.Id)
            .Select(r => new BinnedPage(r.Id, r.Title, r.Section!.Name, r.BinnedOn!.Value, r.BinnedBy)).PageAsync(p, cancellation: HttpContext.RequestAborted);
}

internal sealed record BinnedPage(int Id, string Title, string Section, DateOnly On, string By);
