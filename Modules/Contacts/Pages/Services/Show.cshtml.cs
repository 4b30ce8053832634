using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts.Pages.Services;

/// <summary>A service sheet on screen.</summary>
[Allow(Permission.Read)]
internal sealed class ShowModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    public DateOnly Today => day.Today;
    public ServiceSheet Sheet { get; private set; } = null!;
    public IReadOnlyDictionary<string, string> Labels { get; private set; } = new Dictionary<string, string>();
    public bool CanWrite => Sheet.IsOwn && user.May(Permission.WriteContacts);

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (await db.Set<Service>().Where(s => s.Id == id).Sheets(db, user, Today).FirstOrDefaultAsync() is not { } sheet)
            return NotFound();
        Sheet = sheet;
        Labels = await db.ServiceLabelsAsync();
        return Page();
    }
}
