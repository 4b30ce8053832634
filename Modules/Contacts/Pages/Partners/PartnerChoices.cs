using Intranet.Shared;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts.Pages.Partners;

/// <summary>The lists of the forms about partners.</summary>
internal static class PartnerChoices
{
    /// <summary>Active kinds, and the one that the partner has.</summary>
    public static Task<List<SelectListItem>> KindsAsync(IntranetDb db, int? current = null)
        => db.Set<PartnerKind>().AsNoTracking().Where(k => k.IsActive || k.Id == current).OrderBy(k => k.Order).Select(k => new SelectListItem(k.Label, k.Id.ToString())).ToListAsync();

    /// <summary>Partners that others belong to: heads of SPIP, DISP, and whatever has antennas already.</summary>
    public static Task<List<SelectListItem>> ParentsAsync(IntranetDb db, int? except = null, int? current = null)
        => db.Set<Partner>().AsNoTracking()
            .Where(p => p.Id != except && p.MergedIntoId == null && (p.Id == current || (p.ClosedOn == null
                && ((p.Kind.Code != "spip-antenna" && p.Kind.Code != "prison" && p.Kind.Code != "court") || db.Set<Partner>().Any(c => c.ParentId == p.Id)))))
            .OrderBy(p => p.Name).Select(p => new SelectListItem(p.Name, p.Id.ToString())).ToListAsync();

    /// <summary>Courts and prisons of the partner's départements, and those already linked.</summary>
    public static Task<List<SelectListItem>> TerritoryAsync(IntranetDb db, int id, IReadOnlyCollection<string> departments)
    {
        var patterns = departments.Select(DepartmentList.Pattern).ToList();
        return db.Set<Partner>().AsNoTracking()
            .Where(p => p.Id != id && p.MergedIntoId == null
                && (((p.Kind.Code == "court" || p.Kind.Code == "appeal-court" || p.Kind.Code == "prison") && patterns.Any(d => EF.Functions.Like(p.Departments, d)))
                    || db.SubjectLinks.Any(l => l.FromId == id && l.ToId == p.Id && l.Role == LinkRole.Territory)))
            .OrderBy(p => p.Name).Select(p => new SelectListItem(p.Name, p.Id.ToString())).ToListAsync();
    }

    /// <summary>Open posts of our establishments, each with its establishment.</summary>
    public static Task<List<SelectListItem>> OwnPostsAsync(IntranetDb db, int? current = null)
        => db.Set<Post>().AsNoTracking().Where(p => p.EstablishmentId != null && !p.IsServiceLine && (p.ClosedOn == null || p.Id == current))
            .OrderBy(p => p.Establishment!.Name).ThenBy(p => p.Title)
            .Select(p => new SelectListItem(p.Title + " – " + p.Establishment!.Kind + " " + p.Establishment.Name, p.Id.ToString())).ToListAsync();

    public static IEnumerable<SelectListItem> Of<T>()
        where T : struct, Enum
        => Enum.GetValues<T>().Select(v => new SelectListItem(Labels.Of(v), v.ToString()));
}
