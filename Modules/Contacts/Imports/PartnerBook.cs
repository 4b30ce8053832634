using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts.Imports;

/// <summary>The partners of one kind while a file is read: found by their key, else by one of their names, else made.</summary>
internal sealed class PartnerBook
{
    private readonly Dictionary<string, Partner> byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Partner> byName = new(StringComparer.Ordinal);
    private readonly string scheme;

    private PartnerBook(int kindId, string scheme) => (KindId, this.scheme) = (kindId, scheme);

    public int KindId { get; }

    public static async Task<PartnerBook> LoadAsync(IntranetDb db, string kind, string scheme, CancellationToken cancellation)
    {
        var book = new PartnerBook(await db.Set<PartnerKind>().Where(k => k.Code == kind).Select(k => k.Id).SingleAsync(cancellation), scheme);
        var partners = await db.Set<Partner>().AsTracking().AsSplitQuery().Where(p => p.KindId == book.KindId)
            .Include(p => p.Subject).Include(p => p.Identifiers).Include(p => p.Wings).OrderBy(p => p.Id).ToListAsync(cancellation);
        foreach (var partner in partners)
        {
            foreach (var identifier in partner.Identifiers.Where(i => i.Scheme == scheme))
                book.byKey.TryAdd(identifier.Value, partner);
        }
        // A partner typed in by hand bears no key yet: its name stands for it.
        foreach (var partner in partners.Where(p => p.ClosedOn is null && p.Identifiers.All(i => i.Scheme != scheme)))
        {
            foreach (var name in Names(partner))
                book.byName.TryAdd(name, partner);
        }
        return book;
    }

    /// <summary>The partner with this key, or with one of these names, or a new one with the first name.</summary>
    public Partner Open(string key, string name, params IEnumerable<string> otherNames)
    {
        if (!byKey.TryGetValue(key, out var partner))
        {
            partner = otherNames.Prepend(name).Select(n => byName.GetValueOrDefault(PartnerNames.Plain(n))).FirstOrDefault(p => p is not null) ?? new Partner(name, KindId);
            partner.Identifiers.Add(new PartnerIdentifier(scheme, key));
            byKey[key] = partner;
        }
        Know(partner, otherNames.Prepend(name));
        return partner;
    }

    /// <summary>Adds the names that the partner isn't known by yet; the name that people chose for it stays.</summary>
    private static void Know(Partner partner, IEnumerable<string> names)
    {
        var known = partner.Aliases.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Prepend(partner.Name).Select(Folding.Fold).ToHashSet();
        var added = names.Where(n => n.Length > 0 && known.Add(Folding.Fold(n))).ToList();
        if (added.Count > 0)
            partner.Rename(partner.Name, string.Join('\n', added.Prepend(partner.Aliases).Where(a => a.Length > 0)));
    }

    private static IEnumerable<string> Names(Partner partner)
        => partner.Aliases.Split('\n', StringSplitOptions.RemoveEmptyEntries).Prepend(partner.Name).Select(PartnerNames.Plain).Distinct();
}
