namespace Intranet.Shared;

internal static class SearchTermsParser
{
    private const int MostTerms = 12;

    internal static IReadOnlyList<SearchTerm> Parse(IReadOnlyList<string> words)
    {
        var terms = new List<SearchTerm>();
        var at = 0;
        while (at < words.Count && terms.Count < MostTerms)
        {
            var used = LongForm(words, at, terms);
            if (used == 0)
            {
                terms.Add(Word(words[at]));
                used = 1;
            }

            at += used;
        }

        return terms;
    }

    private static int LongForm(IReadOnlyList<string> words, int at, List<SearchTerm> terms)
    {
        for (var length = Math.Min(Acronyms.LongestPhrase, words.Count - at); length > 1; length--)
        {
            if (Acronyms.Shorten(string.Join(' ', words.Skip(at).Take(length))) is not { } acronym)
                continue;

            terms.Add(new SearchTerm([Acronyms.Expand(acronym)!, acronym]));
            return length;
        }

        return 0;
    }

    private static SearchTerm Word(string word)
    {
        var alternatives = new List<string> { word };
        var singular = Plural.Singular(word);
        if (singular != word)
            alternatives.Add(singular);

        if (Acronyms.Expand(word) is { } phrase)
            alternatives.Add(phrase);

        if (Departements.NameOf(word) is { } departement)
            alternatives.Add(Folding.Fold(departement));

        return new SearchTerm(alternatives);
    }
}
