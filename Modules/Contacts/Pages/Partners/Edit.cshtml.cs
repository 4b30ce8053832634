using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts.Pages.Partners;

[Allow(Permission.WriteContacts)]
internal sealed class EditModel(IntranetDb db) : PageModel, IPartnerForm
{
    [BindProperty]
    public PartnerInput Input { get; set; } = new();

    public string Name { get; private set; } = "";
    public FormConflict? Conflict { get; private set; }
    public IReadOnlyList<SelectListItem> Kinds { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Parents { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Territory { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (await FindAsync(id) is not { } partner)
            return NotFound();
        Input = PartnerInput.Of(partner);
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
            Input.Write(partner);
            await db.SaveChangesAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            Conflict = await FormConflict.BetweenAsync(this, db, id, Input, PartnerInput.Of(await Records.AsNoTracking().SingleAsync(p => p.Id == id)),
                (nameof(Input.KindId), Kinds), (nameof(Input.ParentId), Parents), (nameof(Input.TerritoryIds), Territory));
            return Page();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        TempData["Toast"] = "Partenaire enregistré.";
        return LocalRedirect($"/partenaires/{id}");
    }

    private IQueryable<Partner> Records => db.Set<Partner>().Include(p => p.Subject).ThenInclude(s => s.Links).Where(p => p.MergedIntoId == null);

    private async Task<Partner?> FindAsync(int id)
    {
        var partner = await Records.FirstOrDefaultAsync(p => p.Id == id);
        if (partner is null)
            return null;
        Name = partner.Name;
        Kinds = await PartnerChoices.KindsAsync(db, partner.KindId);
        Parents = await PartnerChoices.ParentsAsync(db, id, partner.ParentId);
        Territory = await PartnerChoices.TerritoryAsync(db, id, [.. DepartmentList.Split(partner.Departments)]);
        return partner;
    }
}
