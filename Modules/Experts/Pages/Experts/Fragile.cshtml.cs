using Intranet.Shared;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Intranet.Experts.Pages.Experts;

/// <summary>Topics that one departure would empty, and who could learn them. It tells who leaves soon: for those who manage.</summary>
[Allow(Permission.WriteContacts)]
internal sealed class FragileModel(IntranetDb db, BusinessDay day, NetworkBoard board) : PageModel
{
    public IReadOnlyList<FragileTopic> Topics { get; private set; } = [];

    public async Task OnGetAsync() => Topics = FragileTopic.Of(await board.ReadAsync(db, day.Today, HttpContext.RequestAborted));
}
