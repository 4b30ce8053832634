using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts.Imports;

/// <summary>Finds a record by one of the names that people give it, or says which ones come near.</summary>
public sealed class PlaceNames
{
    private readonly Dictionary<string, List<int>> byName = new(StringComparer.Ordinal);
    private readonly List<(int Id, string Name, string Plain)> all = [];

    /// <summary>Our establishments that are open, by their name and with their kind.</summary>
    public static async Task<PlaceNames> OfEstablishmentsAsync(IntranetDb db, CancellationToken cancellation)
    {
        var places = new PlaceNames();
        foreach (var house in await db.Set<Establishment>().Where(e => e.ClosedOn == null).Select(e => new { e.Id, e.Kind, e.Name }).ToListAsync(cancellation))
            places.Add(house.Id, $"{house.Kind} {house.Name}".Trim(), [house.Name]);
        return places;
    }

    /// <summary>Active partners, by their name, their aliases, their keys in outside directories and, for a SPIP, its département (« SPIP 93 »).</summary>
    public static async Task<PlaceNames> OfPartnersAsync(IntranetDb db, CancellationToken cancellation)
    {
        var places = new PlaceNames();
        foreach (var partner in await db.Set<Partner>().Where(p => p.ClosedOn == null).Select(p => new { p.Id, p.Name, p.Aliases, p.Departments, Kind = p.Kind.Code, Keys = p.Identifiers.Select(i => i.Value).ToList() }).ToListAsync(cancellation))
            places.Add(partner.Id, partner.Name, [.. partner.Aliases.Split('\n'), .. partner.Keys, .. partner.Kind == "spip" ? DepartmentList.Split(partner.Departments).Select(d => $"SPIP {d}") : []]);
        return places;
    }

    /// <param name="shown">The name suggested to a person.</param>
    public void Add(int id, string shown, IEnumerable<string> names)
    {
        all.Add((id, shown, PartnerNames.Plain(shown)));
        foreach (var name in names.Prepend(shown).Select(PartnerNames.Plain).Where(n => n.Length > 0).Distinct())
        {
            if (!byName.TryGetValue(name, out var ids))
                byName[name] = ids = [];
            ids.Add(id);
        }
    }

    /// <summary>The only record of that name; null when there is none, or several.</summary>
    public int? Find(string name) => byName.TryGetValue(PartnerNames.Plain(name), out var ids) && ids.Distinct().Take(2).ToList() is [var id] ? id : null;

    /// <summary>At most three names that come near, best first.</summary>
    public IReadOnlyList<string> Near(string name)
    {
        var plain = PartnerNames.Plain(name);
        return [.. all.Select(p => (p.Name, Likeness: PartnerNames.Likeness(plain, p.Plain))).Where(p => p.Likeness > 0.45).OrderByDescending(p => p.Likeness).ThenBy(p => p.Name, StringComparer.Ordinal).Select(p => p.Name).Distinct().Take(3)];
    }
}
