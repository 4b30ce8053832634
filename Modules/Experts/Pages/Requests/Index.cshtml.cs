using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Experts.Pages.Requests;

/// <summary>The lists of requests: to answer, one's own, the team's, those to assign.</summary>
[Allow(Permission.Read)]
internal sealed class IndexModel(IntranetDb db, CurrentUser user, BusinessDay day, Choices choices) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "")]
    public RequestFilter Filter { get; set; } = new();

    public Paged<RequestRow> Rows { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Topics { get; private set; } = [];
    public DateOnly Today => day.Today;
    public RequestTab Tab => Filter.TabFor(user);
    public IEnumerable<RequestTab> Tabs => RequestTabs.For(user);
    public bool MayAsk => user.PersonId is not null;
    public int ToAnswer => user.Figures.GetValueOrDefault(RequestFigures.Key);

    public async Task OnGetAsync(int p = 1)
    {
        Rows = await Filter.Apply(db, user, day.Today).Rows().PageAsync(p, cancellation: HttpContext.RequestAborted);
        if (!Request.WantsFragment())
            Topics = await choices.ItemsAsync("support-topics", Filter.Topic?.ToString(System.Globalization.CultureInfo.InvariantCulture), () => db.Set<Topic>().OrderBy(t => t.Name).Select(t => new SelectListItem(t.Name, t.Id.ToString())).ToListAsync());
    }
}
