using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Experts.Pages.Sponsorships;

/// <summary>A sponsorship between two establishments, one of which is the writer's.</summary>
[Allow(Permission.Read)]
internal sealed class NewModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    [BindProperty]
    public SponsorshipInput Input { get; set; } = new();

    [BindProperty]
    public PairInput Pair { get; set; } = new();

    public IReadOnlyList<SelectListItem> Houses { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Topics { get; private set; } = [];

    /// <param name="etablissement">The one that leans.</param>
    /// <param name="ressource">The one that is leant on.</param>
    public async Task<IActionResult> OnGetAsync(int? etablissement, int? ressource, int? theme)
    {
        if (!await MayAsync())
            return Forbid();
        Input.From = day.Today;
        Pair = new() { GeneralistId = etablissement, ResourceId = ressource, TopicId = theme };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await MayAsync())
            return Forbid();
        if (!ModelState.IsValid)
            return this.Invalid();
        try
        {
            await Pair.CheckAsync(db, user, day.Today, Houses, Topics, HttpContext.RequestAborted);
            var sponsorship = new Sponsorship(Pair.GeneralistId!.Value, Pair.ResourceId!.Value, Pair.TopicId!.Value, Input.From!.Value);
            sponsorship.Agree(Input.From.Value, Input.Terms ?? "");
            db.Add(sponsorship);
            await db.SaveChangesAsync();
            TempData["Toast"] = "Parrainage enregistré.";
            return LocalRedirect($"/experts/parrainages/{sponsorship.Id}");
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
    }

    private async Task<bool> MayAsync()
    {
        if (!await db.SponsoringHouses(user, day.Today).AnyAsync(HttpContext.RequestAborted))
            return false;
        Houses = await PairInput.HousesAsync(db, day.Today, HttpContext.RequestAborted);
        Topics = await TopicItems.ReadAsync(db, null, HttpContext.RequestAborted);
        return true;
    }
}
