using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Conventions;

/// <summary>The register: the day's lines that the reader may see and the filter keeps, with the counts beside its boxes.</summary>
internal sealed class ConventionRegister(IntranetDb db, CurrentUser user, ConventionBoard board, DateOnly today)
{
    /// <summary>Months of the strip of coming ends.</summary>
    public const int Months = 18;

    /// <summary>Each count is under the filter's other conditions.</summary>
    public IReadOnlyDictionary<ConventionState, int> States { get; private set; } = new Dictionary<ConventionState, int>();
    public IReadOnlyDictionary<RiskKind, int> Risks { get; private set; } = new Dictionary<RiskKind, int>();

    /// <summary>Lines with at least one risk.</summary>
    public int AtRisk { get; private set; }

    /// <summary>Ends of the coming eighteen months, this one first: how many in all, how many of them that nothing follows.</summary>
    public IReadOnlyList<EndsOfMonth> Ends { get; private set; } = [];

    /// <summary>How many the reader may see, among those that answer the words searched for.</summary>
    public int Total { get; private set; }

    /// <summary>Who follows the conventions in scope, by name.</summary>
    public IReadOnlyList<(int PostId, string Name)> Owners { get; private set; } = [];

    public async Task<List<ConventionLine>> ReadAsync(ConventionFilter filter, CancellationToken cancellation)
    {
        var lines = await InScopeAsync(filter.Text, cancellation);
        Total = lines.Count;
        Owners = [.. lines.Select(l => l.Risk.Owner).OfType<PostFacts>().DistinctBy(p => p.Id).Select(p => (p.Id, p.Holder is null ? $"{p.Title} (vacant)" : $"{p.Holder.Name}, {p.Title}"))
            .OrderBy(p => p.Item2, StringComparer.CurrentCulture)];
        lines = [.. lines.Where(l => filter.Keeps(l, today))];
        var (ofState, ofRisk, ofEnd) = (lines.Where(filter.KeepsState), lines.Where(filter.KeepsRisk), lines.Where(l => filter.KeepsEnd(l, today)));
        States = ofRisk.Intersect(ofEnd).CountBy(l => l.State).ToDictionary();
        var others = ofState.Intersect(ofEnd).ToList();
        Risks = others.SelectMany(l => l.Risks.Select(r => r.Kind).Distinct()).CountBy(k => k).ToDictionary();
        AtRisk = others.Count(l => l.Risks.Count > 0);
        Ends = EndsOfMonth.Of(ofState.Intersect(ofRisk), today, Months);
        return Sorted(lines.Where(l => filter.KeepsState(l) && filter.KeepsRisk(l) && filter.KeepsEnd(l, today)), filter.Sort);
    }

    /// <summary>The lines that the reader may see, among those that answer these words.</summary>
    public async Task<List<ConventionLine>> InScopeAsync(string? text, CancellationToken cancellation)
    {
        var all = await board.ReadAsync(db, today, cancellation);
        var terms = SearchTerms.Parse(text);
        if (user.SeesAll && terms.IsEmpty)
            return [.. all.Values];
        var rows = db.Set<Convention>().AsNoTracking().InScope(db, user);
        if (!terms.IsEmpty)
            rows = rows.WhereMatches(terms, c => c.Subject.Folded);
        var ids = await rows.Select(c => c.Id).ToListAsync(cancellation);
        return [.. ids.Where(all.ContainsKey).Select(id => all[id])];
    }

    private static List<ConventionLine> Sorted(IEnumerable<ConventionLine> lines, string? sort)
    {
        Comparison<ConventionLine> compare = sort?.TrimStart('-') switch
        {
            "fin" => (a, b) => Day(a.End).CompareTo(Day(b.End)),
            "titre" => (a, b) => string.CompareOrdinal(Folding.Fold(a.Facts.Title), Folding.Fold(b.Facts.Title)),
            "numero" => (a, b) => string.CompareOrdinal(a.Facts.Number, b.Facts.Number),
            "risques" => (a, b) => b.Risks.Count.CompareTo(a.Risks.Count),
            _ => (a, b) => Day(a.Decision?.Deadline).CompareTo(Day(b.Decision?.Deadline)),
        };
        var sign = sort?.StartsWith('-') == true ? -1 : 1;
        return [.. lines.Order(Comparer<ConventionLine>.Create((a, b) => compare(a, b) * sign is not 0 and var order ? order : b.Facts.Id.CompareTo(a.Facts.Id)))];
        static DateOnly Day(DateOnly? date) => date ?? DateOnly.MaxValue;
    }
}

/// <summary>The ends of one month.</summary>
/// <param name="Bare">Of these, those that nothing follows: neither a tacit renewal nor a successor.</param>
internal sealed record EndsOfMonth(DateOnly Month, int Total, int Bare)
{
    public static IReadOnlyList<EndsOfMonth> Of(IEnumerable<ConventionLine> lines, DateOnly today, int months)
    {
        var first = new DateOnly(today.Year, today.Month, 1);
        var living = lines.Where(l => l.State is ConventionState.InForce or ConventionState.Renewal or ConventionState.Signed && l.End >= today).ToLookup(l => ConventionFilter.EndMonth(l.End!.Value));
        return [.. Enumerable.Range(0, months).Select(i => first.AddMonths(i)).Select(month =>
        {
            var ends = living[ConventionFilter.EndMonth(month)].ToList();
            return new EndsOfMonth(month, ends.Count, ends.Count(l => l.Facts is { HasSuccessor: false } && l.Facts.Period(today)?.Rolls != true));
        })];
    }
}
