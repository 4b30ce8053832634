using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts.Pages.Posts;

/// <summary>What the form of a post needs around its values.</summary>
internal interface IPostForm
{
    PostInput Input { get; }
    FormConflict? Conflict { get; }
    IReadOnlyList<SelectListItem> Levels { get; }
    IReadOnlyList<SelectListItem> Superiors { get; }
}

/// <summary>A new post at a partner or at one of our establishments.</summary>
[Allow(Permission.WriteContacts)]
internal sealed class NewModel(IntranetDb db) : PageModel, IPostForm
{
    [BindProperty]
    public PostInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "partenaire")]
    public int? PartnerId { get; set; }

    [BindProperty(SupportsGet = true, Name = "etablissement")]
    public int? EstablishmentId { get; set; }

    public FormConflict? Conflict => null;
    public IReadOnlyList<SelectListItem> Levels { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Superiors { get; private set; } = [];
    public string Owner { get; private set; } = "";
    public string OwnerAddress => PartnerId is { } id ? $"/partenaires/{id}" : $"/etablissements/{EstablishmentId}";

    public async Task<IActionResult> OnGetAsync(bool ligne)
    {
        Input.IsServiceLine = ligne;
        return await ReadAsync() ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await ReadAsync())
            return NotFound();
        if (!ModelState.IsValid)
            return this.Invalid();
        Post post;
        try
        {
            post = PartnerId is { } partner ? Post.AtPartner(partner, Input.Title, Input.Level) : Post.AtEstablishment(EstablishmentId!.Value, Input.Title, Input.Level);
            Input.Apply(post);
            db.Add(post);
            await db.SaveChangesAsync();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        TempData["Toast"] = "Poste créé.";
        return LocalRedirect($"/postes/{post.Id}");
    }

    private async Task<bool> ReadAsync()
    {
        if ((PartnerId is null) == (EstablishmentId is null))
            return false;
        PartnerKind? kind = null;
        if (PartnerId is not null)
        {
            var partner = await db.Set<Partner>().AsNoTracking().Where(p => p.Id == PartnerId).Select(p => new { p.Name, p.Kind }).FirstOrDefaultAsync();
            if (partner is null)
                return false;
            (Owner, kind) = (partner.Name, partner.Kind);
        }
        else if (await db.Set<Establishment>().AsNoTracking().Where(e => e.Id == EstablishmentId).Select(e => e.Subject.Title).FirstOrDefaultAsync() is { } name)
        {
            Owner = name;
        }
        else
        {
            return false;
        }
        Levels = PostLevels.Items(kind);
        Superiors = await PostInput.SuperiorsAsync(db, PartnerId, EstablishmentId, null);
        return true;
    }
}
