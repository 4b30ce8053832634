using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Conventions;

/// <summary>What the Word draft of a convention is made from: its text, its parties with their addresses, who signs, who follows, what is measured.</summary>
internal sealed class ConventionDraft
{
    public required ConventionText Text { get; init; }
    public required ConventionFacts Facts { get; init; }
    public required IReadOnlyList<DraftParty> Establishments { get; init; }
    public required IReadOnlyList<DraftParty> Partners { get; init; }
    public required IReadOnlyList<DraftSignatory> Signatories { get; init; }
    public required IReadOnlyList<string> Referents { get; init; }
    public required IReadOnlyList<Indicator> Indicators { get; init; }
    public required IReadOnlyDictionary<string, string> Bases { get; init; }

    public Convention Convention => Text.Convention;

    /// <summary>Null when the convention doesn't exist or is out of scope.</summary>
    public static async Task<ConventionDraft?> ReadAsync(IntranetDb db, CurrentUser user, DateOnly today, int id, CancellationToken cancellation)
    {
        if (await ConventionText.ReadAsync(db, user, id, cancellation) is not { } text)
            return null;
        var parties = db.SubjectLinks.Where(l => l.FromId == id);
        var (ours, theirs) = (text.Convention.OwnerPostId, text.Convention.CounterpartPostId);
        return new ConventionDraft
        {
            Text = text,
            Facts = ConventionFacts.Of(text.Convention),
            Establishments = await db.Set<Establishment>().AsNoTracking().Where(e => parties.Any(l => l.Role == LinkRole.Establishment && l.ToId == e.Id)).OrderBy(e => e.Name)
                .Select(e => new DraftParty(e.Id, (e.Kind + " " + e.Name).Trim(), e.Street, e.PostalCode, e.City)).ToListAsync(cancellation),
            Partners = await db.Set<Partner>().AsNoTracking().Where(p => parties.Any(l => l.Role == LinkRole.Partner && l.ToId == p.Id)).OrderBy(p => p.Name)
                .Select(p => new DraftParty(p.Id, p.Name, p.Street, p.PostalCode, p.City)).ToListAsync(cancellation),
            Signatories = await db.Set<Signatory>().AsNoTracking().Where(s => s.ConventionId == id).OrderByDescending(s => s.IsOurs).ThenBy(s => s.Order)
                .Select(s => new DraftSignatory(s.IsOurs, s.Post!.PartnerId, s.Post.Title, s.Post.Partner!.Name, s.SignedBy != "" ? s.SignedBy
                    : s.Post.Holdings.Where(h => h.From <= today && (h.To == null || h.To >= today)).OrderBy(h => h.From).Select(h => h.Person!.FirstName + " " + h.Person.LastName).FirstOrDefault())).ToListAsync(cancellation),
            Referents = await db.Set<Post>().AsNoTracking().Where(p => p.Id == ours || p.Id == theirs).OrderBy(p => p.PartnerId != null)
                .Select(p => p.Title + (p.Partner != null ? ", " + p.Partner.Name : p.Establishment != null ? ", " + (p.Establishment.Kind + " " + p.Establishment.Name).Trim() : "")).ToListAsync(cancellation),
            Indicators = await db.Set<Indicator>().AsNoTracking().Where(i => i.ConventionId == id).OrderBy(i => i.Order).ThenBy(i => i.Id).ToListAsync(cancellation),
            Bases = await db.LabelsAsync(ConventionLists.SharingBases.Code, cancellation),
        };
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
