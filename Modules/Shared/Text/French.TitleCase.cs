using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;

namespace Intranet.Shared;

public static partial class French
{
    private const int LongestKnownName = 6;

    private static readonly FrozenSet<string> Particles = FrozenSet.ToFrozenSet(
        ["de", "du", "des", "la", "le", "les", "sur", "sous", "en", "lès", "lez", "et", "aux", "au", "à"],
        StringComparer.Ordinal);

    /// <summary>Writes a shouted name as a person would: « CP FLEURY MEROGIS » gives « CP Fleury-Mérogis ».</summary>
    /// <param name="upper">A name in capitals.</param>
    /// <param name="known">Written forms by folded name (« fleury merogis » to « Fleury-Mérogis »), since accents and hyphens can't be guessed.</param>
    /// <param name="acronyms">Folded words kept in capitals; those of <see cref="Acronyms"/> when not given.</param>
    /// <returns>Capital initials, small words lower-case inside; known names replaced, the longest first.</returns>
    public static string TitleCase(
        string upper, IReadOnlyDictionary<string, string>? known = null, IReadOnlySet<string>? acronyms = null)
    {
        var words = WordOrGap().Matches(upper.Trim()).Select(m => m.Value).ToArray();
        var written = new StringBuilder(upper.Length);
        var at = 0;
        while (at < words.Length)
        {
            if (Known(words, at, known) is { } name)
            {
                written.Append(name.Written);
                at += name.Length;
                continue;
            }

            written.Append(Word(words, at, acronyms));
            at++;
            if (IsElision(words, at - 1))
            {
                written.Append(Signs.Apostrophe);
                at++;
            }
        }

        return written.ToString();
    }

    private static (string Written, int Length)? Known(
        string[] words, int at, IReadOnlyDictionary<string, string>? known)
    {
        if (known is null || !char.IsLetterOrDigit(words[at][0]))
            return null;

        // Words and gaps alternate: a name of n words spans 2n − 1 pieces.
        for (var length = Math.Min(LongestKnownName * 2 - 1, words.Length - at); length > 0; length--)
        {
            if (char.IsLetterOrDigit(words[at + length - 1][0])
                && known.TryGetValue(Folding.Fold(string.Concat(words[at..(at + length)])), out var name))
                return (name, length);
        }

        return null;
    }

    private static string Word(string[] words, int at, IReadOnlySet<string>? acronyms)
    {
        var word = words[at];
        if (!char.IsLetterOrDigit(word[0]))
            return word;

        var lower = word.ToLowerInvariant();
        if (at > 0 && (IsElision(words, at) || Particles.Contains(lower)) && !IsArticleOfTown(words, at, lower, acronyms))
            return lower;

        return IsKept(word, acronyms) ? word.ToUpperInvariant() : Upper(lower) + lower[1..];
    }

    // « L'ISLE », and « L ISLE » as files without apostrophes have it.
    private static bool IsElision(string[] words, int at) =>
        words[at] is "L" or "D" or "l" or "d" && at + 2 < words.Length && words[at + 1] is ("'" or "’" or " ")
        && "aeiouyh".Contains(Folding.Fold(words[at + 2])[..1], StringComparison.Ordinal);

    // « MA LA ROCHE »: after the kind of establishment, the article belongs to the town.
    private static bool IsArticleOfTown(string[] words, int at, string lower, IReadOnlySet<string>? acronyms) =>
        lower is "le" or "la" or "les" && at == 2 && IsKept(words[0], acronyms);

    private static bool IsKept(string word, IReadOnlySet<string>? acronyms) =>
        acronyms?.Contains(Folding.Fold(word)) ?? Acronyms.Contains(word);

    [GeneratedRegex(@"[\p{L}\p{N}]+|['’]|[^\p{L}\p{N}'’]+", RegexOptions.None, 1000)]
    private static partial Regex WordOrGap();
}
