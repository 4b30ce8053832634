using Intranet.Shared;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Intranet.Experts.Pages.TopicTree;

/// <summary>The tree of topics, and how many know each.</summary>
[Allow(Permission.Read)]
internal sealed class IndexModel(IntranetDb db, CurrentUser user, BusinessDay day, NetworkBoard board) : PageModel
{
    public Network Network { get; private set; } = null!;
    public bool WithRetired { get; private set; }
    public bool CanWrite => user.May(Permission.Administer);

    public async Task OnGetAsync(bool retires) => (Network, WithRetired) = (await board.ReadAsync(db, day.Today, HttpContext.RequestAborted), retires);

    public int Holders(int topicId) => Network.InPost.Count(e => Network.Knows(e, topicId));
}
