using System.Globalization;
using System.Text.RegularExpressions;
using Intranet.Contacts.Imports;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Conventions.Imports;

/// <summary>What a line says of a convention, once its words are understood.</summary>
/// <param name="Id">The convention that it speaks of, when it is known already.</param>
/// <param name="Key">Tells two lines of one convention.</param>
internal sealed record ReadLine(ImportRow Row, int? Id, string? Number, string Key, int KindId, List<int> Establishments, List<int> Partners, RenewalMode? Renewal, NoticePeriod? Notice)
{
    public DateOnly? Start => Row.Date("start");

    /// <summary>An empty cell leaves what is known.</summary>
    public void Write(Convention convention, DateOnly today)
    {
        convention.Between(Establishments, Partners);
        convention.About(Row.Text("title"), KindId, Row.Or("object", convention.Object), Row.Number("places") ?? convention.Places, convention.DailyPriceCents, convention.AgreedLevel);
        var known = convention.Terms;
        convention.Run(new ConventionTerms(Start ?? known.Start, Row.Date("end") ?? known.End, Notice ?? known.Notice, Renewal ?? known.Renewal,
            Row.Number("renewalMonths") ?? known.RenewalMonths, Row.Number("maximumRenewals") ?? known.MaximumRenewals), Row.Date("textDate") ?? convention.TextDate);
        if (Row.Has("missing"))
            convention.Document(isToDocument: true, Row.Text("missing"));
        if (Row.Date("signed") is { } signed && convention.SignedOn is null)
            convention.Sign(signed, convention.TextDate, today);
    }
}

/// <summary>Understands the lines of a file of conventions.</summary>
internal sealed partial class ConventionLines
{
    private readonly ImportContext import;
    private readonly PlaceNames establishments;
    private readonly PlaceNames partners;
    private readonly Dictionary<string, int> kinds;
    private readonly List<string> kindNames;
    private readonly Dictionary<string, int> byNumber;
    private readonly Dictionary<string, int> byKey;

    private ConventionLines(ImportContext import, PlaceNames establishments, PlaceNames partners, List<(int Id, string Code, string Label)> kinds, List<Known> known)
    {
        (this.import, this.establishments, this.partners) = (import, establishments, partners);
        this.kinds = kinds.SelectMany(k => new[] { (Folding.Fold(k.Label), k.Id), (Folding.Fold(k.Code), k.Id) }).DistinctBy(k => k.Item1).ToDictionary(k => k.Item1, k => k.Id);
        kindNames = [.. kinds.Select(k => k.Label)];
        byNumber = known.ToDictionary(k => k.Number, k => k.Id, StringComparer.OrdinalIgnoreCase);
        byKey = known.DistinctBy(k => k.Key).ToDictionary(k => k.Key, k => k.Id);
    }

    public static async Task<ConventionLines> LoadAsync(ImportContext import, CancellationToken cancellation)
    {
        var db = import.Db;
        var kinds = await db.Set<ConventionKind>().OrderBy(k => k.Order).Select(k => new ValueTuple<int, string, string>(k.Id, k.Code, k.Label)).ToListAsync(cancellation);
        var rows = await db.Set<Convention>().AsNoTracking().Select(c => new { c.Id, c.Number, c.Title, c.Start, Partners = c.Subject.Links.Where(l => l.Role == LinkRole.Partner).Select(l => l.ToId).ToList() }).ToListAsync(cancellation);
        return new ConventionLines(import, await PlaceNames.OfEstablishmentsAsync(db, cancellation), await PlaceNames.OfPartnersAsync(db, cancellation), kinds,
            [.. rows.Select(r => new Known(r.Id, r.Number, KeyOf(r.Title, r.Start, r.Partners)))]);
    }

    /// <summary>Null when the line can't be understood; it then says why.</summary>
    public ReadLine? Read(ImportRow row)
    {
        if (All(row, "establishments", establishments, "Établissement inconnu") is not { } ours || All(row, "partners", partners, "Partenaire inconnu") is not { } theirs)
            return null;
        if (!kinds.TryGetValue(row.Has("kind") ? Folding.Fold(row.Text("kind")) : "other", out var kind))
        {
            import.Refuse(row, "kind", "Cette nature de convention n’existe pas.", kindNames);
            return null;
        }
        if (!TryRenewal(row.Text("renewal"), out var renewal))
        {
            import.Refuse(row, "renewal", "Écrivez « tacite », « expresse » ou « sans ».", "tacite", "expresse", "sans");
            return null;
        }
        if (!TryNotice(row.Text("notice"), out var notice))
        {
            import.Refuse(row, "notice", "Écrivez le préavis comme « 3 mois » ou « 90 jours ».");
            return null;
        }
        var number = row.Has("number") ? row.Text("number") : null;
        var key = KeyOf(row.Text("title"), row.Date("start"), theirs);
        int? id = number is not null ? byNumber.TryGetValue(number, out var numbered) ? numbered : null : byKey.TryGetValue(key, out var same) ? same : null;
        return new ReadLine(row, id, number, number ?? key, kind, ours, theirs, renewal, notice);
    }

    private List<int>? All(ImportRow row, string column, PlaceNames places, string unknown)
    {
        var found = new List<int>();
        // A name may hold a comma: the whole is tried first.
        string[] names = places.Find(row.Text(column)) is not null ? [row.Text(column)] : row.Text(column).Split([';', '\n', '|'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (var name in names)
        {
            if (places.Find(name) is not { } id)
            {
                import.Refuse(row, column, names.Length > 1 ? $"{unknown} : {name}." : $"{unknown}.", places.Near(name));
                return null;
            }
            found.Add(id);
        }
        return found;
    }

    private static bool TryRenewal(string text, out RenewalMode? mode)
    {
        var word = Folding.Fold(text);
        mode = word.StartsWith("tacite", StringComparison.Ordinal) ? RenewalMode.Tacit
            : word.StartsWith("express", StringComparison.Ordinal) ? RenewalMode.Express
            : word is "sans" or "non" or "aucune" or "sans reconduction" ? RenewalMode.None
            : null;
        return mode is not null || word.Length == 0;
    }

    private static bool TryNotice(string text, out NoticePeriod? notice)
    {
        notice = null;
        if (text.Length == 0)
            return true;
        if (Folding.Fold(text) is "sans" or "aucun" or "non" or "0")
            notice = NoticePeriod.None;
        else if (Notice().Match(Folding.Fold(text)) is { Success: true } match && int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) is <= 999 and var count)
            notice = match.Groups[2].ValueSpan.StartsWith("m", StringComparison.Ordinal) ? NoticePeriod.OfMonths(count) : match.Groups[2].ValueSpan.StartsWith("an", StringComparison.Ordinal) ? NoticePeriod.OfMonths(12 * count) : NoticePeriod.OfDays(count);
        return notice is not null;
    }

    private static string KeyOf(string title, DateOnly? start, IEnumerable<int> partners) => $"{Folding.Fold(title)} {start:yyyy-MM-dd} {string.Join(',', partners.Order())}";

    [GeneratedRegex("^([0-9]{1,3}) ?(mois|jours?|j|ans?|m)$", RegexOptions.None, 1000)]
    private static partial Regex Notice();

    private sealed record Known(int Id, string Number, string Key);
}
