using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Intranet.Shared;

/// <summary>Brings texts that a person would call the same to one form, for search and for matching imported names.</summary>
public static class Folding
{
    private static readonly FrozenSet<string> StopWords = FrozenSet.ToFrozenSet(
        ["de", "du", "des", "la", "le", "les", "l", "d", "et", "a", "au", "aux", "en"], StringComparer.Ordinal);

    /// <summary>Lower case without accents or ligatures; apostrophes, hyphens and punctuation become single spaces.</summary>
    /// <param name="text">Any text; <see langword="null"/> gives an empty text.</param>
    /// <returns>Letters and digits separated by single spaces: « d’Évry » gives « d evry ».</returns>
    public static string Fold(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "";

        var folded = new StringBuilder(text.Length);
        var gap = false;
        foreach (var c in Decomposed(text))
        {
            var letters = Letters(c);
            if (letters is null)
                continue;

            if (letters.Length == 0)
            {
                gap = true;
                continue;
            }

            if (gap && folded.Length > 0)
                folded.Append(' ');

            gap = false;
            folded.Append(letters);
        }

        return folded.ToString();
    }

    /// <summary>The folded words of a text without the French words that carry no meaning.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>The words in order; all of them when only empty words would be left out (« La Le » stays findable).</returns>
    public static IReadOnlyList<string> Words(string? text)
    {
        var all = Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var kept = all.Where(w => !IsStopWord(w)).ToArray();
        return kept.Length > 0 ? kept : all;
    }

    /// <summary>A word that carries no meaning: « de », « la ».</summary>
    public static bool IsStopWord(string foldedWord) => StopWords.Contains(foldedWord);

    private static string Decomposed(string text)
    {
        // Normalize refuses lone surrogates, which a hostile form can post.
        var safe = Encoding.Unicode.GetString(Encoding.Unicode.GetBytes(text));
        return safe.Normalize(NormalizationForm.FormKD);
    }

    private static string? Letters(char c)
    {
        if (c is >= 'a' and <= 'z' or >= '0' and <= '9')
            return c.ToString();

        return c switch
        {
            >= 'A' and <= 'Z' => ((char)(c | 0x20)).ToString(),
            'œ' or 'Œ' => "oe",
            'æ' or 'Æ' => "ae",
            'ß' or 'ẞ' => "ss",
            'ø' or 'Ø' => "o",
            'ł' or 'Ł' => "l",
            'đ' or 'Đ' or 'ð' or 'Ð' => "d",
            '°' or 'º' => "",
            _ => ByCategory(c),
        };
    }

    private static string? ByCategory(char c) => char.GetUnicodeCategory(c) switch
    {
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark
            or UnicodeCategory.Format => null,
        UnicodeCategory.DecimalDigitNumber => ((int)char.GetNumericValue(c)).ToString(CultureInfo.InvariantCulture),
        _ => char.IsLetter(c) ? char.ToLowerInvariant(c).ToString() : "",
    };
}
