using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Intranet.Meetings.Pages.Planner;

/// <summary>Back to the planner as it was: its filters are in the address that the small forms carry.</summary>
internal static class PlannerReturn
{
    private const string Planner = "/rencontres/planificateur";

    /// <summary>The address to go back to; any other than the planner's is refused.</summary>
    public static string Of(string? asked) => asked == Planner || asked?.StartsWith(Planner + "?", StringComparison.Ordinal) == true ? asked : Planner;

    public static IActionResult GoBack(this PageModel page, string address, string toast)
    {
        page.TempData["Toast"] = toast;
        if (!page.Request.IsHtmx())
            return page.LocalRedirect(address);
        page.Response.Htmx(h => h.Redirect(address));
        return new EmptyResult();
    }
}
