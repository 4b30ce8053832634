using System.ComponentModel.DataAnnotations;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts.Pages.Partners;

/// <summary>« Suivre »: names who keeps the relation, and how often to meet.</summary>
[Allow(Permission.WriteContacts)]
internal sealed class FollowModel(IntranetDb db, BusinessDay day) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public string Name { get; private set; } = "";
    public PartnerKind Kind { get; private set; } = null!;
    public FormConflict? Conflict { get; private set; }
    public IReadOnlyList<SelectListItem> Posts { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (await FindAsync(id) is not { } partner)
            return NotFound();
        Input = InputModel.Of(partner);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id)
    {
        if (await FindAsync(id) is not { } partner)
            return NotFound();
        if (!ModelState.IsValid)
            return this.Invalid();
        try
        {
            db.Expect(partner, Input.Version);
            partner.Follow(Input.RelationOwnerId, day.Today);
            partner.MeetEvery(Input.WishedMonths, Input.MaximumMonths, Input.ExpectedLevel, Kind);
            await db.SaveChangesAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            Conflict = await FormConflict.BetweenAsync(this, db, id, Input, InputModel.Of(await db.Set<Partner>().AsNoTracking().SingleAsync(p => p.Id == id)), (nameof(Input.RelationOwnerId), Posts));
            return Page();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        TempData["Toast"] = partner.RelationOwnerId is null ? "Ce partenaire n’est plus suivi." : "Partenaire suivi.";
        return LocalRedirect($"/partenaires/{id}");
    }

    private async Task<Partner?> FindAsync(int id)
    {
        var partner = await db.Set<Partner>().Include(p => p.Subject).Include(p => p.Kind).FirstOrDefaultAsync(p => p.Id == id && p.MergedIntoId == null);
        if (partner is null)
            return null;
        (Name, Kind) = (partner.Name, partner.Kind);
        Posts = await PartnerChoices.OwnPostsAsync(db, partner.RelationOwnerId);
        return partner;
    }

    public sealed class InputModel : IVersionedInput
    {
        public int Version { get; set; }

        [Display(Name = "Responsable de la relation")]
        public int? RelationOwnerId { get; set; }

        [Display(Name = "Délai souhaité (mois)"), Range(1, 60)]
        public int? WishedMonths { get; set; }

        [Display(Name = "Délai maximal (mois)"), Range(1, 60)]
        public int? MaximumMonths { get; set; }

        [Display(Name = "Niveau attendu")]
        public PostLevel? ExpectedLevel { get; set; }

        public static InputModel Of(Partner partner) => new()
        {
            Version = partner.Version,
            RelationOwnerId = partner.RelationOwnerId,
            WishedMonths = partner.WishedMonths,
            MaximumMonths = partner.MaximumMonths,
            ExpectedLevel = partner.ExpectedLevel,
        };
    }
}
