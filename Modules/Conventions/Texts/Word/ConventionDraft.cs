using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Conventions;

/// <summary>What the Word draft of a convention is made from: its text as it reads, its parties with their addresses, who signs, who follows, what is measured.</summary>
internal sealed class ConventionDraft
{
    public required ConventionText Text { get; init; }

    /// <summary>As it reads that day; on its first one when it is still to come.</summary>
    public required ConventionReading Reading { get; init; }
    public required ConventionFacts Facts { get; init; }
    public required IReadOnlyList<DraftParty> Establishments { get; init; }
    public required IReadOnlyList<DraftParty> Partners { get; init; }
    public required IReadOnlyList<DraftSignatory> Signatories { get; init; }
    public required IReadOnlyList<string> Referents { get; init; }
    public required IReadOnlyList<Indicator> Indicators { get; init; }
    public required IReadOnlyDictionary<string, string> Bases { get; init; }

    public Convention Convention => Text.Convention;

    /// <summary>Null when the convention doesn't exist or is out of scope.</summary>
    public static async Task<ConventionDraft?> ReadAsync(IntranetDb db, CurrentUser user, Choices choices, DateOnly today, int id, CancellationToken cancellation)
    {
        if (await ConventionText.ReadAsync(db, user, id, cancellation) is not { } text)
            return null;
        var reading = text.Convention.ReadOn(text.Convention.Start > today ? text.Convention.Start.Value : today);
        var facts = ConventionFacts.Of(text.Convention);
        facts.End = reading.End;
        var addresses = await AddressesAsync(db, id, cancellation);
        var (ours, theirs) = (text.Convention.OwnerPostId, text.Convention.CounterpartPostId);
        return new ConventionDraft
        {
            Text = text,
            Reading = reading,
            Facts = facts,
            Establishments = [.. reading.PartyIds(LinkRole.Establishment).Select(p => addresses[p]).OrderBy(p => p.Name, StringComparer.CurrentCulture)],
            Partners = [.. reading.PartyIds(LinkRole.Partner).Select(p => addresses[p]).OrderBy(p => p.Name, StringComparer.CurrentCulture)],
            Signatories = await db.Set<Signatory>().AsNoTracking().Where(s => s.ConventionId == id).OrderByDescending(s => s.IsOurs).ThenBy(s => s.Order)
                .Select(s => new DraftSignatory(s.IsOurs, s.Post!.PartnerId, s.Post.Title, s.Post.Partner!.Name, s.SignedBy != "" ? s.SignedBy
                    : s.Post.Holdings.Where(h => h.From <= today && (h.To == null || h.To >= today)).OrderBy(h => h.From).Select(h => h.Person!.FirstName + " " + h.Person.LastName).FirstOrDefault())).ToListAsync(cancellation),
            Referents = await db.Set<Post>().AsNoTracking().Where(p => p.Id == ours || p.Id == theirs).OrderBy(p => p.PartnerId != null)
                .Select(p => p.Title + (p.Partner != null ? ", " + p.Partner.Name : p.Establishment != null ? ", " + (p.Establishment.Kind + " " + p.Establishment.Name).Trim() : "")).ToListAsync(cancellation),
            Indicators = await db.Set<Indicator>().AsNoTracking().Where(i => i.ConventionId == id).OrderBy(i => i.Order).ThenBy(i => i.Id).ToListAsync(cancellation),
            Bases = await choices.SharingBasesAsync(db),
        };
    }

    /// <summary>Whoever was a party at any time, by id.</summary>
    public static async Task<Dictionary<int, DraftParty>> AddressesAsync(IntranetDb db, int id, CancellationToken cancellation)
    {
        var parties = from link in db.SubjectLinks.AsNoTracking()
                      where link.FromId == id && (link.Role == LinkRole.Establishment || link.Role == LinkRole.Partner)
                      join establishment in db.Set<Establishment>() on link.ToId equals establishment.Id into establishments
                      from house in establishments.DefaultIfEmpty()
                      join known in db.Set<Partner>() on link.ToId equals known.Id into partners
                      from partner in partners.DefaultIfEmpty()
                      select house != null ? new DraftParty(house.Id, (house.Kind + " " + house.Name).Trim(), house.Street, house.PostalCode, house.City)
                          : new DraftParty(partner!.Id, partner.Name, partner.Street, partner.PostalCode, partner.City);
        return (await parties.ToListAsync(cancellation)).DistinctBy(p => p.Id).ToDictionary(p => p.Id);
    }
}

/// <summary>One party as the text names it.</summary>
internal sealed record DraftParty(int Id, string Name, string Street, string PostalCode, string City)
{
    public string Address => string.Join(", ", new[] { Street, $"{PostalCode} {City}".Trim() }.Where(t => t.Length > 0));

    /// <summary>Street and town are known.</summary>
    public bool IsLocated => Street.Length > 0 && City.Length > 0;
}

/// <summary>A post that signs, with whoever signed or holds it today.</summary>
internal sealed record DraftSignatory(bool IsOurs, int? PartnerId, string Post, string? Partner, string? Name)
{
    /// <summary>The post, then the person.</summary>
    public string Full => $"{Post}, {Name ?? WordText.ToFill("nom")}";
}
