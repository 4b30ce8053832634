using System.ComponentModel.DataAnnotations;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts;

/// <summary>The form of a post, new or edited.</summary>
internal sealed class PostInput : IVersionedInput
{
    public int Version { get; set; }

    [Display(Name = "Intitulé"), Required, StringLength(200), NoIdentity]
    public string Title { get; set; } = "";

    [Display(Name = "Niveau"), Required]
    public PostLevel Level { get; set; } = PostLevel.Field;

    [Display(Name = "Quartier ou site"), StringLength(200), NoIdentity]
    public string? Site { get; set; }

    [Display(Name = "Poste supérieur")]
    public int? SuperiorId { get; set; }

    [Display(Name = "Ligne de service")]
    public bool IsServiceLine { get; set; }

    [Display(Name = "Horaires"), StringLength(200), NoIdentity]
    public string? Hours { get; set; }

    [Display(Name = "Téléphone"), StringLength(40)]
    public string? Phone { get; set; }

    [Display(Name = "Courriel"), StringLength(200), EmailAddress]
    public string? Email { get; set; }

    [Display(Name = "Vérifier tous les (mois)"), Range(1, 60), Required]
    public int VerifyEveryMonths { get; set; } = Verification.Months;

    public static PostInput Of(Post post) => new()
    {
        Version = post.Version,
        Title = post.Title,
        Level = post.Level,
        Site = post.Site,
        SuperiorId = post.SuperiorId,
        IsServiceLine = post.IsServiceLine,
        Hours = post.Hours,
        Phone = post.Phone,
        Email = post.Email,
        VerifyEveryMonths = post.VerifyEveryMonths,
    };

    /// <summary>Writes the form into the post, whose holdings are loaded.</summary>
    public void Apply(Post post)
    {
        post.Describe(Title, Level, Site ?? "", SuperiorId);
        post.ReachBy(Phone ?? "", Email ?? "");
        post.VerifyEvery(VerifyEveryMonths);
        if (IsServiceLine)
            post.BecomeServiceLine(Hours ?? "");
        else
            post.BecomePersonPost();
    }

    /// <summary>Posts that can stand above one of this owner: its own, its parent's; ours also the management of the same pole.</summary>
    public static async Task<IReadOnlyList<SelectListItem>> SuperiorsAsync(IntranetDb db, int? partnerId, int? establishmentId, int? exceptId)
    {
        var posts = db.Set<Post>().AsNoTracking().Where(p => p.ClosedOn == null && p.Id != exceptId);
        posts = partnerId is not null
            ? posts.Where(p => p.PartnerId == partnerId || db.Set<Partner>().Any(child => child.Id == partnerId && child.ParentId == p.PartnerId))
            : posts.Where(p => p.EstablishmentId == establishmentId || (p.Level != PostLevel.Field && p.EstablishmentId != null
                && (p.Establishment!.PoleId == null || db.Set<Establishment>().Any(e => e.Id == establishmentId && e.PoleId == p.Establishment.PoleId))));
        var rows = await posts.OrderByDescending(p => p.Level).ThenBy(p => p.Title).Take(300)
            .Select(p => new { p.Id, p.Title, Owner = p.Partner != null ? p.Partner.Name : p.Establishment!.Subject.Title }).ToListAsync();
        return [.. rows.Select(r => new SelectListItem($"{r.Title}, {r.Owner}", r.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)))];
    }
}
