using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Training.Pages.Immersions;

/// <summary>A few days at a partner's, or of theirs with us; the partner first.</summary>
[Allow(Permission.WriteMeetings)]
internal sealed class NewModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel, IImmersionForm
{
    [BindProperty]
    public ImmersionInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "partenaire")]
    public int? PartnerId { get; set; }

    public string Partner { get; private set; } = "";
    public IReadOnlyList<SelectListItem> Establishments { get; private set; } = [];
    public IReadOnlyList<string> People { get; private set; } = [];
    public PartnerBoxes? Search { get; private set; }
    public string? Text { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? cherche)
    {
        if (PartnerId is not null)
            return await ReadAsync() ? Page() : NotFound();
        Text = cherche;
        Search = await PartnerBoxes.ProposeAsync(db, user, day.Today, "partenaire", [], cherche, HttpContext.RequestAborted);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await ReadAsync())
            return NotFound();
        if (!ModelState.IsValid)
            return this.Invalid();
        try
        {
            var immersion = await Input.WriteAsync(db, null, PartnerId!.Value, Establishments);
            db.Add(immersion);
            await db.SaveChangesAsync();
            TempData["Toast"] = "Immersion enregistrée.";
            return LocalRedirect($"/formations/immersions/{immersion.Id}");
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
    }

    private async Task<bool> ReadAsync()
    {
        if (PartnerId is not { } id || await db.Set<Partner>().Where(p => p.Id == id && p.ClosedOn == null).Select(p => p.Name).FirstOrDefaultAsync() is not { } name)
            return false;
        Partner = name;
        Establishments = await db.OwnEstablishmentsAsync(user, [], HttpContext.RequestAborted);
        People = await PersonChoice.ColleaguesAsync(db, [id], 0, day.Today, HttpContext.RequestAborted);
        return true;
    }
}
