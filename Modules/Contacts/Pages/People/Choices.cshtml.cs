using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Intranet.Contacts.Pages.People;

/// <summary>Proposals under a box where a person is chosen; the box's own name is the only value sent.</summary>
[Allow(Permission.Read)]
internal sealed class ChoicesModel(IntranetDb db, BusinessDay day) : PageModel
{
    public IReadOnlyList<string> Proposals { get; private set; } = [];

    public async Task OnGetAsync(string? q)
        => Proposals = await PersonChoice.ProposeAsync(db, q ?? Request.Query.Select(v => v.Value.ToString()).FirstOrDefault(), day.Today, HttpContext.RequestAborted);
}
