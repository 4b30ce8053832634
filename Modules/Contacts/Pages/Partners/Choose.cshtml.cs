using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Intranet.Contacts.Pages.Partners;

/// <summary>The boxes of a form's search for partners, as a fragment: those ticked stay, those found follow.</summary>
[Allow(Permission.Read)]
internal sealed class ChooseModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    public async Task<PartialViewResult> OnGetAsync(string champ, string? cherche)
    {
        var chosen = Request.Query[champ].Select(v => int.TryParse(v, out var id) ? id : 0).Where(id => id > 0).ToList();
        return Partial("_PartnerBoxes", await PartnerBoxes.ProposeAsync(db, user, day.Today, champ, chosen, cherche, HttpContext.RequestAborted));
    }
}
