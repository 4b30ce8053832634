using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Knowledge;

/// <summary>The filter of the glossary, as it stands in the address.</summary>
internal sealed record TermFilter
{
    [FromQuery(Name = "q")]
    public string? Text { get; init; }

    [FromQuery(Name = "domaine")]
    public MeaningField? Field { get; init; }

    [FromQuery(Name = "lettre")]
    public string? Letter { get; init; }

    /// <summary>Only words that are no longer in use.</summary>
    [FromQuery(Name = "anciens")]
    public bool OnlyPast { get; init; }

    /// <summary>Retired terms, for whoever may put them back.</summary>
    [FromQuery(Name = "retires")]
    public bool Retired { get; init; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(Text) && Field is null && string.IsNullOrEmpty(Letter) && !OnlyPast && !Retired;

    /// <summary>Without the letter, by which the answer is cut.</summary>
    public IQueryable<GlossaryTerm> Apply(IQueryable<GlossaryTerm> terms, DateOnly today)
    {
        terms = Retired ? terms.Where(t => t.RetiredOn != null) : terms.Where(t => t.RetiredOn == null);
        if (Field is { } field)
            terms = terms.Where(t => t.Meanings.Any(m => m.Field == field));
        if (OnlyPast)
            terms = terms.Where(t => t.Until < today);
        return terms.WhereMatches(SearchTerms.Parse(Text), t => t.Subject.Folded);
    }
}

/// <summary>A line of the list.</summary>
internal sealed class TermRow
{
    public required int Id { get; init; }
    public required string Name { get; init; }
    public required string Acronyms { get; init; }
    public required string Definition { get; init; }
    public required string Letter { get; init; }
    public required DateOnly? Until { get; init; }
    public required string? ReplacedBy { get; init; }
    public required string ReplacedByAcronyms { get; init; }
    public required IReadOnlyList<MeaningField> Fields { get; init; }

    /// <summary>« Jusqu’au 31/12/2019, remplacé par TJ. »</summary>
    public string Ended => TermCard.Ended(Until, ReplacedBy is null ? null : CompiledTerm.Short(ReplacedBy, ReplacedByAcronyms));
}

internal static class TermLists
{
    /// <summary>How many terms begin by each letter, in order; a digit counts as a letter.</summary>
    public static async Task<IReadOnlyList<(string Letter, int Count)>> LettersAsync(this IQueryable<GlossaryTerm> terms, CancellationToken cancellation)
        => [.. (await terms.GroupBy(t => t.Subject.FoldedTitle.Substring(0, 1)).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellation)).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Key.ToUpperInvariant(), g.Count))];

    public static IQueryable<TermRow> Rows(this IQueryable<GlossaryTerm> terms) => terms.OrderBy(t => t.Subject.FoldedTitle).ThenBy(t => t.Id).Select(t => new TermRow
    {
        Id = t.Id,
        Name = t.Name,
        Acronyms = t.Acronyms,
        Definition = t.Definition,
        Letter = t.Subject.FoldedTitle.Substring(0, 1),
        Until = t.Until,
        ReplacedBy = t.ReplacedBy == null ? null : t.ReplacedBy.Name,
        ReplacedByAcronyms = t.ReplacedBy == null ? "" : t.ReplacedBy.Acronyms,
        Fields = t.Meanings.OrderBy(m => m.Field).Select(m => m.Field).ToList(),
    });
}
