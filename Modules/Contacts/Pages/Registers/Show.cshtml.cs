using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts.Pages.Registers;

/// <summary>An authorisation of ours.</summary>
[Allow(Permission.Read)]
internal sealed class ShowModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    public DateOnly Today => day.Today;
    public AuthorisationRow Row { get; private set; } = null!;
    public int? Places { get; private set; }
    public string Notes { get; private set; } = "";
    public IReadOnlyList<ListedRow> Listed { get; private set; } = [];
    public bool CanWrite => user.May(Permission.WriteContacts);

    public async Task<IActionResult> OnGetAsync(int id)
    {
        var one = db.Set<Authorisation>().AsNoTracking().InScope(db, user).Where(a => a.Id == id);
        if (await one.Rows(db, Today).FirstOrDefaultAsync() is not { } row)
            return NotFound();
        Row = row;
        var today = Today;
        var more = await one.Select(a => new
        {
            a.Places,
            a.Notes,
            Listed = a.Listed.OrderBy(l => l.Person!.LastName).Select(l => new ListedRow(l.PersonId, l.Person!.FirstName + " " + l.Person.LastName,
                !l.Person.Employments.Any(s => s.From <= today && (s.To == null || s.To >= today)))).ToList(),
        }).SingleAsync();
        (Places, Notes, Listed) = (more.Places, more.Notes, more.Listed);
        return Page();
    }

    public sealed record ListedRow(int PersonId, string Name, bool IsGone);
}
