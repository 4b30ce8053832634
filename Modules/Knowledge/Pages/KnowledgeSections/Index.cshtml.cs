using Intranet.Shared;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Intranet.Knowledge.Pages.KnowledgeSections;

/// <summary>The tree of sections, those retired for administration only.</summary>
[Allow(Permission.Read)]
internal sealed class IndexModel(IntranetDb db, CurrentUser user) : PageModel
{
    public IReadOnlyList<SectionNode> Tree { get; private set; } = [];
    public bool CanWrite => user.May(Permission.Administer);

    public async Task OnGetAsync() => Tree = [.. (await SectionTree.ReadAsync(db, HttpContext.RequestAborted)).Where(s => CanWrite || s.RetiredOn is null)];
}
