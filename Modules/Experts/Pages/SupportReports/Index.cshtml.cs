using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Intranet.Experts.Pages.SupportReports;

/// <summary>The network's quarter, for coordination and direction in their scope; nobody is named.</summary>
[Allow(Permission.WriteContacts)]
internal sealed class IndexModel(IntranetDb db, CurrentUser user, BusinessDay day, NetworkBoard board) : PageModel
{
    private const int Offered = 5;

    public SupportReport Report { get; private set; } = null!;
    public IReadOnlyList<Quarter> Quarters { get; private set; } = [];
    public DateOnly Today => day.Today;
    public bool SeesAll => user.SeesAll;

    public async Task<IActionResult> OnGetAsync(string? trimestre)
    {
        if (Quarter.Read(trimestre, Today) is not { } quarter)
            return NotFound();
        List<Quarter> offered = [Quarter.Of(Today)];
        while (offered.Count < Offered)
            offered.Add(offered[^1].Previous);
        Quarters = [.. Enumerable.Reverse(offered)];
        Report = await SupportReport.ReadAsync(db, user, board, quarter, Today, HttpContext.RequestAborted);
        return Page();
    }
}
