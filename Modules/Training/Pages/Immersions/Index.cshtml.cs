using Intranet.Shared;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Training.Pages.Immersions;

/// <summary>Days spent in each other's houses, the latest first.</summary>
[Allow(Permission.Read)]
internal sealed class IndexModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    public const string ToTell = "retours";

    public Paged<ImmersionRow> Rows { get; private set; } = null!;
    public bool OnlyToTell { get; private set; }
    public DateOnly Today => day.Today;
    public bool CanWrite => user.May(Permission.WriteMeetings);

    public async Task OnGetAsync(string? etat, int p = 1)
    {
        OnlyToTell = etat == ToTell;
        var (today, immersions) = (day.Today, db.Immersions(user));
        if (OnlyToTell)
            immersions = immersions.Where(i => i.CancelledOn == null && i.ReturnedOn == null && i.To < today);
        Rows = await immersions.OrderByDescending(i => i.From).ThenByDescending(i => i.Id).Rows().PageAsync(p, cancellation: HttpContext.RequestAborted);
    }
}
