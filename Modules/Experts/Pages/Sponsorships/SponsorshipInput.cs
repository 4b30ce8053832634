using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Experts.Pages.Sponsorships;

/// <summary>What the form of a sponsorship holds; the establishments and the topic are chosen once.</summary>
internal sealed class SponsorshipInput : IVersionedInput
{
    [Display(Name = "Depuis le"), Required]
    public DateOnly? From { get; set; }

    [Display(Name = "Ce qui est convenu"), StringLength(500), NoIdentity]
    public string? Terms { get; set; }

    public int Version { get; set; }

    public static SponsorshipInput Of(Sponsorship sponsorship) => new() { From = sponsorship.From, Terms = sponsorship.Terms, Version = sponsorship.Version };
}

/// <summary>Between whom, and about what.</summary>
internal sealed class PairInput
{
    [Display(Name = "Établissement parrainé"), Required]
    public int? GeneralistId { get; set; }

    [Display(Name = "Établissement ressource"), Required]
    public int? ResourceId { get; set; }

    [Display(Name = "Thème"), Required]
    public int? TopicId { get; set; }

    /// <summary>Refuses what isn't offered, a pair without anything of the writer's, and what exists already. Two commands.</summary>
    public async Task CheckAsync(IntranetDb db, CurrentUser user, DateOnly today, IReadOnlyList<SelectListItem> houses, IReadOnlyList<SelectListItem> topics, CancellationToken cancellation)
    {
        var (generalist, resource, topic) = (GeneralistId!.Value, ResourceId!.Value, TopicId!.Value);
        if (!Offers(houses, generalist) || !Offers(houses, resource))
            throw new BrokenRuleException("Choisissez deux établissements de la liste.");
        if (!Offers(topics, topic))
            throw new BrokenRuleException("Choisissez un thème de la liste.");
        if (!await db.SponsoringHouses(user, today).AnyAsync(h => h == generalist || h == resource, cancellation))
            throw new BrokenRuleException("L’un des deux établissements est de votre périmètre.");
        if (await db.Set<Sponsorship>().AnyAsync(s => s.GeneralistId == generalist && s.ResourceId == resource && s.TopicId == topic && s.EndedOn == null, cancellation))
            throw new BrokenRuleException("Ce parrainage existe déjà\u00a0: renouvelez-le, ou terminez-le d’abord.");
    }

    /// <summary>All open establishments: one leans on whoever knows.</summary>
    public static Task<List<SelectListItem>> HousesAsync(IntranetDb db, DateOnly today, CancellationToken cancellation)
        => db.Set<Establishment>().AsNoTracking().Where(e => e.ClosedOn == null || e.ClosedOn > today).OrderBy(e => e.Subject.Title).Select(e => new SelectListItem(e.Subject.Title, e.Id.ToString())).ToListAsync(cancellation);

    private static bool Offers(IReadOnlyList<SelectListItem> items, int id) => items.Any(i => i.Value == id.ToString(CultureInfo.InvariantCulture));
}
