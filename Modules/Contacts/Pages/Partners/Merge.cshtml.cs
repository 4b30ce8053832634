using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts.Pages.Partners;

/// <summary>« Réunir » : finds the duplicate, shows both side by side and what moves, and makes one of them.</summary>
[Allow(Permission.WriteContacts)]
internal sealed class MergeModel(IntranetDb db, IActor actor, TimeProvider clock) : PageModel
{
    public Side One { get; private set; } = null!;
    public Side? Other { get; private set; }
    public string? Text { get; private set; }
    public IReadOnlyList<Side> Found { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int id, int? avec, string? q)
        => await ReadAsync(id, avec, q) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(int id, int? avec, int? keep)
    {
        var partners = await db.Set<Partner>().Include(p => p.Subject).ThenInclude(s => s.Links).Where(p => (p.Id == id || p.Id == avec) && p.MergedIntoId == null).ToListAsync();
        if (partners.All(p => p.Id != id))
            return NotFound();
        if (partners.Count != 2 || partners.SingleOrDefault(p => p.Id == keep) is not { } kept)
        {
            ModelState.AddModelError("", "Choisissez les deux fiches à réunir et celle à garder.");
            await ReadAsync(id, avec, null);
            return this.Invalid();
        }
        await PartnerMerge.RunAsync(db, kept, partners.Single(p => p != kept), actor, clock, HttpContext.RequestAborted);
        await db.SaveChangesAsync();
        TempData["Toast"] = "Les deux fiches n’en font plus qu’une.";
        return LocalRedirect($"/partenaires/{keep}");
    }

    private async Task<bool> ReadAsync(int id, int? avec, string? q)
    {
        if (await Sides().FirstOrDefaultAsync(s => s.Id == id) is not { } one)
            return false;
        One = one;
        Text = q ?? one.City;
        if (avec is not null && avec != id)
            Other = await Sides().FirstOrDefaultAsync(s => s.Id == avec);
        var terms = SearchTerms.Parse(Text);
        if (Other is null && !terms.IsEmpty)
            Found = await Sides(db.Set<Partner>().WhereMatches(terms, p => p.Subject.Folded).Where(p => p.Id != id)).OrderBy(s => s.Name).Take(20).ToListAsync();
        return true;
    }

    private IQueryable<Side> Sides(IQueryable<Partner>? partners = null) => (partners ?? db.Set<Partner>()).AsNoTracking().Where(p => p.MergedIntoId == null).Select(p => new Side
    {
        Id = p.Id,
        Name = p.Name,
        Kind = p.Kind.Label,
        Address = p.Street + " " + p.PostalCode + " " + p.City,
        City = p.City,
        Phone = p.Phone,
        Email = p.Email,
        RelationOwner = p.RelationOwner == null ? null : p.RelationOwner.Title,
        Posts = p.Posts.Count,
        Attached = db.Set<Partner>().Count(c => c.ParentId == p.Id),
        Links = db.SubjectLinks.Count(l => l.ToId == p.Id),
        Identifiers = p.Identifiers.Count,
    });

    internal sealed class Side
    {
        public required int Id { get; init; }
        public required string Name { get; init; }
        public required string Kind { get; init; }
        public required string Address { get; init; }
        public required string City { get; init; }
        public required string Phone { get; init; }
        public required string Email { get; init; }
        public required string? RelationOwner { get; init; }
        public required int Posts { get; init; }
        public required int Attached { get; init; }
        public required int Links { get; init; }
        public required int Identifiers { get; init; }
    }
}
