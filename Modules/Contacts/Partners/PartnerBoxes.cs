using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts;

/// <summary>
/// Partners to tick in a form: those chosen, then those that a search found; while nothing is chosen nor searched for, those that
/// the reader is likeliest to want. Shown by the partial <c>_PartnerBoxes</c>.
/// </summary>
/// <param name="Field">Name of the boxes.</param>
public sealed record PartnerBoxes(string Field, IReadOnlyList<PartnerBox> Rows, bool IsCut)
{
    /// <summary>Most found or proposed partners shown at a time.</summary>
    public const int Most = 12;

    /// <summary>One command, or two when some are chosen and others searched for.</summary>
    public static async Task<PartnerBoxes> ReadAsync(IntranetDb db, string field, IReadOnlyCollection<int> chosen, string? text, CancellationToken cancellation = default)
    {
        var all = db.Set<Partner>().AsNoTracking();
        var rows = chosen.Count == 0 ? [] : await Boxes(all.Where(p => chosen.Contains(p.Id)).OrderBy(p => p.Name), true).ToListAsync(cancellation);
        if (SearchTerms.Parse(text) is not { IsEmpty: false } terms)
            return new PartnerBoxes(field, rows, false);
        var found = await Boxes(all.Where(p => p.ClosedOn == null && !chosen.Contains(p.Id)).WhereMatches(terms, p => p.Subject.Folded).OrderBy(p => p.Name), false).Take(Most + 1).ToListAsync(cancellation);
        return new PartnerBoxes(field, [.. rows, .. found.Take(Most)], found.Count > Most);
    }

    /// <summary>The same, with proposals when it would be empty: partners followed by a post that the reader holds, then followed by their establishments, by others, by nobody.</summary>
    public static async Task<PartnerBoxes> ProposeAsync(IntranetDb db, CurrentUser user, DateOnly today, string field, IReadOnlyCollection<int> chosen, string? text, CancellationToken cancellation = default)
    {
        if (chosen.Count > 0 || !string.IsNullOrWhiteSpace(text))
            return await ReadAsync(db, field, chosen, text, cancellation);
        var held = db.Set<Holding>().Where(h => h.PersonId == user.PersonId && h.From <= today && (h.To == null || h.To >= today)).Select(h => (int?)h.PostId);
        var own = db.Subjects.Where(s => s.Kind == ContactsModule.Establishment.Code).OwnedBy(db, user).Select(s => (int?)s.Id);
        var likely = db.Set<Partner>().AsNoTracking().Where(p => p.ClosedOn == null && p.MergedIntoId == null)
            .OrderByDescending(p => held.Contains(p.RelationOwnerId) ? 3 : own.Contains(p.RelationOwner!.EstablishmentId) ? 2 : p.RelationOwnerId != null ? 1 : 0).ThenBy(p => p.Name);
        return new PartnerBoxes(field, await Boxes(likely, false).Take(Most).ToListAsync(cancellation), false);
    }

    private static IQueryable<PartnerBox> Boxes(IOrderedQueryable<Partner> partners, bool chosen) => partners
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
