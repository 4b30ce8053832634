using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts;

/// <summary>Partners to tick in a form: those chosen, then those that a search found. Shown by the partial <c>_PartnerBoxes</c>.</summary>
/// <param name="Field">Name of the boxes.</param>
public sealed record PartnerBoxes(string Field, IReadOnlyList<PartnerBox> Rows, bool IsCut)
{
    /// <summary>Most found partners shown at a time.</summary>
    public const int Most = 12;

    /// <summary>One command, or two when some are chosen and others searched for.</summary>
    public static async Task<PartnerBoxes> ReadAsync(IntranetDb db, string field, IReadOnlyCollection<int> chosen, string? text, CancellationToken cancellation = default)
    {
        var all = db.Set<Partner>().AsNoTracking();
        var rows = chosen.Count == 0 ? [] : await Boxes(all.Where(p => chosen.Contains(p.Id)), true).ToListAsync(cancellation);
        if (SearchTerms.Parse(text) is not { IsEmpty: false } terms)
            return new PartnerBoxes(field, rows, false);
        var found = await Boxes(all.Where(p => p.ClosedOn == null && !chosen.Contains(p.Id)).WhereMatches(terms, p => p.Subject.Folded), false).Take(Most + 1).ToListAsync(cancellation);
        return new PartnerBoxes(field, [.. rows, .. found.Take(Most)], found.Count > Most);
    }

    private static IQueryable<PartnerBox> Boxes(IQueryable<Partner> partners, bool chosen) => partners.OrderBy(p => p.Name)
        .Select(p => new PartnerBox { Id = p.Id, Name = p.Name, Detail = p.Kind.Label + (p.City == "" ? "" : ", " + p.City), IsChosen = chosen });
}

/// <summary>One box.</summary>
public sealed class PartnerBox
{
    public required int Id { get; init; }
    public required string Name { get; init; }
    public required string Detail { get; init; }
    public required bool IsChosen { get; init; }
}
