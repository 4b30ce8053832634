using Intranet.Shared;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Intranet.Contacts.Pages.People;

/// <summary>Everybody we work with, on both sides.</summary>
[Allow(Permission.Read)]
internal sealed class IndexModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    public Paged<PersonRow> Rows { get; private set; } = null!;
    public PersonFilter Filter { get; private set; } = null!;
    public DateOnly Today => day.Today;
    public bool CanWrite => user.May(Permission.WriteContacts);

    public async Task OnGetAsync(string? q, string? cote, string? org, bool verifier, string? tri, int p = 1)
    {
        Filter = new PersonFilter(q, cote, org, verifier, tri);
        Rows = await Filter.Apply(db, Today).Rows(Today).PageAsync(p, cancellation: HttpContext.RequestAborted);
    }
}
