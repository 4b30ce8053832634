namespace Intranet.Shared;

/// <summary>What is known of a record that was found, to order it among others.</summary>
/// <param name="Title">Its parts between colons are names too: « JAP : juge de l’application des peines ».</param>
/// <param name="Rank">Of the index, lower is better.</param>
/// <param name="VerifiedOn">When somebody last made sure that it is true.</param>
public sealed record RankedRecord(int Id, string Title, double Rank, DateOnly? Date, DateOnly? VerifiedOn);

/// <summary>
/// Best first: the very name, a name that begins so, every word in the name, then what the index says; among neighbours what was verified within
/// a year, then what is recent. A pure function: the same records, words and day give the same order.
/// </summary>
public static class SearchRanking
{
    private const double VeryName = 100, Begins = 60, AllInName = 40, PartInName = 18, OfPart = 15, OfIndex = 12, Fresh = 6, Known = 2, Recent = 3;

    /// <param name="query">As typed.</param>
    /// <param name="weights">What kinds of records add, by id; 0 for others.</param>
    public static IReadOnlyList<RankedRecord> Order(IReadOnlyCollection<RankedRecord> records, string? query, SearchTerms terms, DateOnly today, Func<RankedRecord, double>? weights = null)
    {
        if (records.Count == 0)
            return [];
        var folded = string.Join(' ', Folding.Words(query));
        var best = records.Min(r => r.Rank);
        return [.. records.Select(r => (Record: r, Score: Score(r, folded, terms, today) + (best == 0 ? 0 : OfIndex * Math.Clamp(best < 0 ? r.Rank / best : best / Math.Max(r.Rank, 1), 0, 1)) + (weights?.Invoke(r) ?? 0)))
            .OrderByDescending(r => r.Score).ThenBy(r => r.Record.Title, StringComparer.CurrentCulture).ThenBy(r => r.Record.Id).Select(r => r.Record)];
    }

    private static double Score(RankedRecord record, string query, SearchTerms terms, DateOnly today)
        => Math.Max(Name(record.Title, query, terms), record.Title.Split(':').Max(part => Name(part, query, terms) - OfPart))
        + (record.VerifiedOn is { } verified ? verified >= today.AddYears(-1) ? Fresh : Known : 0)
        + (record.Date is { } date && date >= today.AddYears(-1) && date <= today.AddYears(1) ? Recent : 0);

    private static double Name(string title, string query, SearchTerms terms)
    {
        var (whole, name) = (Folding.Fold(title), string.Join(' ', Folding.Words(title)));
        if (name == query)
            return VeryName;
        var padded = $" {whole} ";
        var held = terms.Terms.Count(t => t.Matches(padded));
        var words = name.Count(c => c == ' ') + 1;
        // Of two names that hold every word, the shorter says less besides.
        var share = (double)terms.Terms.Count / Math.Max(words, terms.Terms.Count);
        if (query.Length > 0 && name.StartsWith(query, StringComparison.Ordinal))
            return Begins + (20 * share);
        return held == terms.Terms.Count ? AllInName + (20 * share) : PartInName * held / terms.Terms.Count;
    }
}
