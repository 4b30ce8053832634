using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts.Pages.Partners;

/// <summary>Closes a partner that no longer exists, or opens it again.</summary>
[Allow(Permission.WriteContacts)]
internal sealed class CloseModel(IntranetDb db, BusinessDay day) : PageModel
{
    public Partner Partner { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int id) => await FindAsync(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(int id)
    {
        if (!await FindAsync(id))
            return NotFound();
        if (Partner.ClosedOn is null)
            Partner.Close(day.Today);
        else
            Partner.Reopen();
        await db.SaveChangesAsync();
        TempData["Toast"] = Partner.ClosedOn is null ? "Partenaire rouvert." : "Partenaire fermé.";
        return LocalRedirect($"/partenaires/{id}");
    }

    private async Task<bool> FindAsync(int id)
    {
        var partner = await db.Set<Partner>().Include(p => p.Subject).FirstOrDefaultAsync(p => p.Id == id && p.MergedIntoId == null);
        Partner = partner!;
        return partner is not null;
    }
}
