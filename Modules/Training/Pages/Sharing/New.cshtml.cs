using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Training.Pages.Sharing;

/// <summary>A series of sharing times, of ours or with a partner.</summary>
[Allow(Permission.WriteMeetings)]
internal sealed class NewModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel, ISharingForm
{
    [BindProperty]
    public SharingInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "partenaire")]
    public int? PartnerId { get; set; }

    public string? Partner { get; private set; }
    public IReadOnlyList<SelectListItem> Choices { get; private set; } = [];
    public PartnerBoxes? Search { get; private set; }
    public string? Text { get; private set; }

    /// <param name="choisir">The partner is chosen first.</param>
    public async Task<IActionResult> OnGetAsync(bool choisir, string? cherche)
    {
        if (PartnerId is null && (choisir || cherche is not null))
        {
            Text = cherche;
            Search = await PartnerBoxes.ProposeAsync(db, user, day.Today, "partenaire", [], cherche, HttpContext.RequestAborted);
            return Page();
        }
        Input.From = day.Today;
        Input.Kind = PartnerId is null ? SharingKind.PracticeAnalysis : SharingKind.Intervision;
        return await ReadAsync() ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await ReadAsync())
            return NotFound();
        if (!ModelState.IsValid)
            return this.Invalid();
        try
        {
            var sharing = new SharingTime(Input.Kind!.Value, Input.Title!, Input.EveryWeeks!.Value, Input.From!.Value);
            Input.Write(sharing, PartnerId, Choices);
            db.Add(sharing);
            await db.SaveChangesAsync();
            TempData["Toast"] = "Temps de partage enregistré.";
            return LocalRedirect($"/formations/temps-de-partage/{sharing.Id}");
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
    }

    private async Task<bool> ReadAsync()
    {
        Choices = await db.OwnEstablishmentsAsync(user, [], HttpContext.RequestAborted);
        if (PartnerId is not { } id)
            return true;
        Partner = await db.Set<Partner>().Where(p => p.Id == id && p.ClosedOn == null).Select(p => p.Name).FirstOrDefaultAsync();
        return Partner is not null;
    }
}
