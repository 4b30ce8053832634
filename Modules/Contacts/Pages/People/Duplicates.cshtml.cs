using Intranet.Shared;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts.Pages.People;

/// <summary>Records that are probably the same person.</summary>
[Allow(Permission.WriteContacts)]
internal sealed class DuplicatesModel(IntranetDb db, CurrentUser user) : PageModel
{
    public IReadOnlyList<IReadOnlyList<DuplicateCandidate>> Groups { get; private set; } = [];

    public async Task OnGetAsync()
        => Groups = Duplicates.Groups(await db.Set<Person>().AsNoTracking().InScope(db, user)
            .Select(p => new DuplicateCandidate(p.Id, p.FirstName, p.LastName, p.Email)).ToListAsync(HttpContext.RequestAborted));
}
