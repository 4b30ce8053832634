using Intranet.Shared;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Intranet.Contacts.Pages.People;

/// <summary>Everybody we work with, on both sides.</summary>
[Allow(Permission.Read)]
internal sealed class IndexModel(IntranetDb db, CurrentUser user, BusinessDay day, CompiledQueries queries) : PageModel
{
    public Paged<PersonRow> Rows { get; private set; } = null!;
    public PersonFilter Filter { get; private set; } = null!;
    public DateOnly Today => day.Today;
    public bool CanWrite => user.May(Permission.WriteContacts);

    public async Task OnGetAsync(string? q, string? cote, string? org, bool verifier, string? tri, int p = 1)
    {
        Filter = new PersonFilter(q, cote, org, verifier, tri);
        IQueryable<PersonRow> Read() => Filter.Apply(db, Today).Rows(Today);
        Rows = Filter == PersonFilter.None ? await queries.PageAsync("people", db, Read, p, HttpContext.RequestAborted) : await Read().PageAsync(p, cancellation: HttpContext.RequestAborted);
    }
}
