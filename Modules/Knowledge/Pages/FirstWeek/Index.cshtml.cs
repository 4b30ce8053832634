using Intranet.Shared;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Intranet.Knowledge.Pages.FirstWeek;

/// <summary>What is to be read on arriving, by function; a head of service sees who of their own team has something left, who writes knowledge how many.</summary>
[Allow(Permission.Read)]
internal sealed class IndexModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    public IReadOnlyList<PathPage> Pages { get; private set; } = [];
    public IReadOnlyList<TeamReader> Team { get; private set; } = [];
    public IReadOnlyList<HouseReaders> Houses { get; private set; } = [];
    public DateOnly Today => day.Today;
    public bool Leads => user.Leads;
    public bool Writes => user.May(Permission.WriteKnowledge);
    public bool IsEmployed => user.PersonId is not null;

    public async Task OnGetAsync()
    {
        var cancellation = HttpContext.RequestAborted;
        if (user.PersonId is { } person)
        {
            Pages = await ReadingPath.OfAsync(db, person, Today, cancellation);
            if (user.Leads)
                Team = await ReadingPath.TeamAsync(db, person, Today, cancellation);
        }
        if (Writes)
            Houses = await ReadingPath.HousesAsync(db, user, Today, cancellation);
    }
}
