using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Experts.Pages.Experts;

/// <summary>Topic by topic, département by département: how many know it, and where nobody does. Two commands when nothing was saved since.</summary>
[Allow(Permission.Read)]
internal sealed class MapModel(IntranetDb db, CurrentUser user, BusinessDay day, NetworkBoard board) : PageModel
{
    public NetworkMap Map { get; private set; } = null!;
    public TopicFamily? Family { get; private set; }

    /// <summary>The topic chosen, on a phone above all.</summary>
    public MapRow? Chosen { get; private set; }
    public bool SeesFragile => user.May(Permission.WriteContacts);

    public async Task OnGetAsync(TopicFamily? famille, int? theme)
    {
        var (today, cancellation) = (day.Today, HttpContext.RequestAborted);
        var network = await board.ReadAsync(db, today, cancellation);
        var departments = await db.Set<Establishment>().Where(e => e.Department != "" && (e.ClosedOn == null || e.ClosedOn >= today)).Select(e => e.Department).Distinct().ToListAsync(cancellation);
        Family = famille is { } family && Enum.IsDefined(family) ? family : null;
        Map = NetworkMap.Of(network, departments, Family);
        Chosen = Map.Rows.FirstOrDefault(r => r.Topic.Id == theme);
    }
}
