using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts.Pages.People;

/// <summary>Somebody who had left is back: the record opens again, posts and employments are given anew.</summary>
[Allow(Permission.WriteContacts)]
internal sealed class ReturnModel(IntranetDb db, CurrentUser user) : PageModel
{
    public string Name { get; private set; } = "";
    public DateOnly DepartedOn { get; private set; }

    public async Task<IActionResult> OnGetAsync(int id)
    {
        var person = await db.Set<Person>().AsNoTracking().InScope(db, user).FirstOrDefaultAsync(p => p.Id == id && p.DepartedOn != null);
        if (person is null)
            return NotFound();
        (Name, DepartedOn) = (person.FullName, person.DepartedOn!.Value);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id)
    {
        var person = await db.Set<Person>().InScope(db, user).Include(p => p.Subject).FirstOrDefaultAsync(p => p.Id == id);
        if (person is null)
            return NotFound();
        person.Return();
        await db.SaveChangesAsync();
        TempData["Toast"] = $"{person.FullName} est de retour.";
        return LocalRedirect($"/personnes/{id}");
    }
}
