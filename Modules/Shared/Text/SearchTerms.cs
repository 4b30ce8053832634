namespace Intranet.Shared;

/// <summary>One thing looked for, in the ways it may be written.</summary>
/// <param name="Alternatives">Folded phrases, never empty; the first is what was typed.</param>
public sealed record SearchTerm(IReadOnlyList<string> Alternatives)
{
    /// <summary>
    /// Whether an alternative is matched by the whole word only: « ca » added for « cour d'appel » must not bring
    /// every word that begins so, while « ca » typed may be the beginning of « Caen ».
    /// </summary>
    internal bool IsWhole(int alternative) =>
        alternative > 0 && !Alternatives[alternative].Contains(' ') && Acronyms.Contains(Alternatives[alternative]);

    internal bool Matches(string padded) => Enumerable.Range(0, Alternatives.Count).Any(i =>
        padded.Contains(IsWhole(i) ? $" {Alternatives[i]} " : $" {Alternatives[i]}", StringComparison.Ordinal));
}

/// <summary>What a person typed in a search field: every term must be found, each in one of its forms.</summary>
public sealed class SearchTerms
{
    private const int LongestQuery = 200;

    /// <summary>Words of a question that its answer need not hold: « que faire si quelqu’un ne rentre pas ».</summary>
    private static readonly HashSet<string> Asking = ["que", "qu", "qui", "quoi", "quand", "comment", "pourquoi", "ou", "est", "sont", "ce", "c", "se", "s", "si", "n", "ne", "pas", "un", "une", "pour", "par", "sur", "dans", "avec", "faire", "faut", "il", "elle", "on", "je", "j", "mon", "ma", "mes", "son", "sa", "ses"];

    private const int ShortestBeginning = 5;

    /// <summary>What French changes most at the end of a word, the longest first.</summary>
    private static readonly string[] Endings = ["issements", "issement", "ements", "ement", "ations", "ation", "ees", "ent", "ons", "ant", "ee", "es", "er", "ir", "e", "s"];

    private SearchTerms(IReadOnlyList<SearchTerm> terms) => Terms = terms;

    /// <summary>The terms in the order typed, at most 12 of them.</summary>
    public IReadOnlyList<SearchTerm> Terms { get; }

    /// <summary>Whether nothing is looked for.</summary>
    public bool IsEmpty => Terms.Count == 0;

    /// <summary>Reads a query; beyond 200 characters it is cut, since nobody types that much by hand.</summary>
    public static SearchTerms Parse(string? query)
    {
        var cut = query is { Length: > LongestQuery } ? query[..LongestQuery] : query;
        return new SearchTerms(SearchTermsParser.Parse(Folding.Words(cut)));
    }

    /// <summary>A question typed as one speaks: small words are left out while others remain.</summary>
    public static SearchTerms Ask(string? query)
    {
        var all = Parse(query);
        var kept = all.Terms.Where(t => !Asking.Contains(t.Alternatives[0])).ToList();
        return kept.Count == 0 || kept.Count == all.Terms.Count ? all : new(kept);
    }

    /// <summary>Whether a folded text holds every term at the start of a word.</summary>
    /// <param name="folded">A text given by <see cref="Folding.Fold"/>.</param>
    public bool Matches(string? folded)
    {
        var padded = $" {folded} ";
        return Terms.All(t => t.Matches(padded));
    }

    /// <summary>A MATCH expression of SQLite's FTS5: quoted phrases, OR between forms, AND between terms.</summary>
    /// <returns>An empty text when nothing is looked for: MATCH refuses it, so leave the condition out.</returns>
    /// <remarks>Folded phrases hold letters, digits and spaces only: nothing typed reaches FTS5 as an operator.</remarks>
    /// <param name="any">One term is enough.</param>
    public string ToFts5(bool any = false) => string.Join(any ? " OR " : " AND ", Terms.Select(t => $"({Alternatives(t)})"));

    /// <summary>The same, one term written otherwise.</summary>
    public SearchTerms With(int term, string word) => new([.. Terms.Select((t, i) => i == term ? new SearchTerm([word]) : t)]);

    /// <summary>Acronyms that people defined themselves, both ways: the acronym finds the words, the words find the acronym.</summary>
    public SearchTerms Also(IReadOnlyList<Synonym> synonyms)
    {
        var terms = new List<SearchTerm>();
        for (var at = 0; at < Terms.Count;)
        {
            var longest = synonyms.Where(s => Folding.Words(s.LongForm) is var words && at + words.Count <= Terms.Count && words.Select((w, i) => Terms[at + i].Alternatives.Contains(w)).All(same => same))
                .MaxBy(s => s.LongForm.Length);
            var used = longest is null ? 1 : Folding.Words(longest.LongForm).Count;
            terms.Add(longest is not null && used > 1 ? new SearchTerm([longest.LongForm, longest.Acronym])
                : synonyms.Where(s => s.Acronym == Terms[at].Alternatives[0]).Select(s => s.LongForm).Except(Terms[at].Alternatives).ToList() is { Count: > 0 } more ? new SearchTerm([.. Terms[at].Alternatives, .. more])
                : Terms[at]);
            at += used;
        }
        return new(terms);
    }

    /// <summary>Each word by its beginning too: « arrivée » finds « arrive », « hébergements » finds « hébergée ».</summary>
    public SearchTerms Loosened() => new([.. Terms.Select(t => Beginning(t.Alternatives[0]) is { } beginning ? new SearchTerm([.. t.Alternatives, beginning]) : t)]);

    private static string? Beginning(string word)
    {
        var ending = Endings.FirstOrDefault(e => word.EndsWith(e, StringComparison.Ordinal));
        return ending is not null && !word.Contains(' ', StringComparison.Ordinal) && word.Length - ending.Length >= ShortestBeginning ? word[..^ending.Length] : null;
    }

    /// <summary>As they were typed, but for what was corrected.</summary>
    public override string ToString() => string.Join(' ', Terms.Select(t => t.Alternatives[0]));

    private static string Alternatives(SearchTerm term) => string.Join(
        " OR ", term.Alternatives.Select((a, i) => term.IsWhole(i) ? $"\"{a}\"" : $"\"{a}\"*"));
}
