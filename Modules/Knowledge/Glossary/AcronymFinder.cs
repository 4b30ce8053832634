using System.Text.RegularExpressions;
using Intranet.Shared;

namespace Intranet.Knowledge;

/// <summary>How often a word in capitals is met, and in which records.</summary>
internal sealed class MetAcronym
{
    private readonly Dictionary<int, int> places = [];

    public int Uses => places.Values.Sum();
    public int Records => places.Count;

    /// <summary>Where it is met most.</summary>
    public IEnumerable<int> Places(int most) => places.OrderByDescending(p => p.Value).ThenBy(p => p.Key).Take(most).Select(p => p.Key);

    public void Meet(int record) => places[record] = places.GetValueOrDefault(record) + 1;
}

/// <summary>
/// Finds in texts the words in capitals that nobody explains: two to twelve letters and digits, dots left out. Roman numerals, sentences in capitals, words
/// joined by a hyphen and names of people are none.
/// </summary>
/// <param name="isKnown">Whether a folded word is explained somewhere.</param>
/// <param name="names">Folded names of people.</param>
internal sealed partial class AcronymFinder(Func<string, bool> isKnown, IReadOnlySet<string> names)
{
    /// <summary>So many words in capitals one after the other are a sentence that shouts.</summary>
    private const int Shout = 3;
    private readonly Dictionary<string, MetAcronym> met = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, MetAcronym> Met => met;

    public void Read(int record, string text)
    {
        foreach (var sentence in Sentences().Split(text))
        {
            var words = Words().Matches(sentence);
            if (words.Count == 0 || (words.Count > 1 && !sentence.Any(char.IsLower)))
                continue;
            for (var i = 0; i < words.Count; i++)
            {
                var run = i;
                while (run + 1 < words.Count && sentence.AsSpan(words[run].Index + words[run].Length, words[run + 1].Index - words[run].Index - words[run].Length).IsWhiteSpace())
                    run++;
                if (run - i + 1 >= Shout)
                {
                    i = run;
                    continue;
                }
                var acronym = words[i].Value.Replace(".", "", StringComparison.Ordinal);
                if (!IsName(sentence, words[i].Index, acronym) && IsAcronym(acronym))
                    Meet(acronym, record);
            }
        }
    }

    private void Meet(string acronym, int record)
    {
        if (!met.TryGetValue(acronym, out var found))
            met.Add(acronym, found = new());
        found.Meet(record);
    }

    private bool IsAcronym(string word) => word.Length is >= 2 and <= UnknownAcronym.Longest && word.Count(char.IsLetter) >= 2 && !Roman().IsMatch(word) && Folding.Fold(word) is var folded
        && !isKnown(folded) && !Acronyms.Contains(word) && Departements.CodeOf(word) is null && Departements.NameOf(word) is null;

    private bool IsName(string sentence, int at, string word) => names.Contains(Folding.Fold(word)) || Civility().IsMatch(sentence.AsSpan(0, at));

    /// <summary>A point ends a sentence when a space follows it, but for « M. » and dotted acronyms.</summary>
    [GeneratedRegex(@"[\r\n|]+|(?<=[\p{Ll}\p{N})»…!?]\s?[.!?])\s+", RegexOptions.None, 1000)]
    private static partial Regex Sentences();

    [GeneratedRegex(@"(?<![\p{L}\p{N}_@/.!-])(?:(?:\p{Lu}\.){2,11}\p{Lu}?|\p{Lu}[\p{Lu}\p{Nd}]{1,40})(?![\p{L}\p{N}_@-]|\.\p{L})", RegexOptions.None, 1000)]
    private static partial Regex Words();

    [GeneratedRegex("^X{0,3}(IX|IV|V?I{0,3})$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Roman();

    [GeneratedRegex(@"(?:^|[^\p{L}])(?:M|MM|Mme|Mmes|Mlle|Dr|Me|Pr|Monsieur|Madame|Maître|Docteur)\.?\s+(?:\p{Lu}[\p{Ll}-]+\s+){0,2}$", RegexOptions.None, 1000)]
    private static partial Regex Civility();
}
