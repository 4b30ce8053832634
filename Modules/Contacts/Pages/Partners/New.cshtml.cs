using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Intranet.Contacts.Pages.Partners;

[Allow(Permission.WriteContacts)]
internal sealed class NewModel(IntranetDb db) : PageModel, IPartnerForm
{
    [BindProperty]
    public PartnerInput Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Kinds { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Parents { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Territory => [];

    public Task OnGetAsync(string? nom)
    {
        Input.Name = nom ?? "";
        return ReadChoicesAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await ReadChoicesAsync();
        if (!ModelState.IsValid)
            return this.Invalid();
        try
        {
            var partner = new Partner(Input.Name, Input.KindId!.Value);
            Input.Write(partner);
            db.Add(partner);
            await db.SaveChangesAsync();
            TempData["Toast"] = "Partenaire ajouté.";
            return LocalRedirect($"/partenaires/{partner.Id}");
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
    }

    private async Task ReadChoicesAsync()
        => (Kinds, Parents) = (await PartnerChoices.KindsAsync(db), await PartnerChoices.ParentsAsync(db));
}
