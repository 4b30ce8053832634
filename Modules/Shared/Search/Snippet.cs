using System.Text.RegularExpressions;

namespace Intranet.Shared;

/// <summary>The few words of a text around what a search found there.</summary>
public static partial class Snippet
{
    private const int Width = 28;

    /// <summary>At most 28 words, cut at words, with « … » where the text goes on; empty when no term is there.</summary>
    /// <param name="text">As written; Markdown signs are left out.</param>
    public static string Of(string text, SearchTerms terms)
    {
        var words = Signs().Replace(text, " ").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var (first, count) = Best(words, terms);
        if (count == 0)
            return "";
        var from = Math.Max(0, Math.Min(first - (Width / 4), words.Length - Width));
        var until = Math.Min(words.Length, from + Width);
        return $"{(from > 0 ? "… " : "")}{string.Join(' ', words[from..until])}{(until < words.Length ? " …" : "")}";
    }

    /// <summary>The place from which most different terms stand near one another.</summary>
    private static (int First, int Count) Best(string[] words, SearchTerms terms)
    {
        var found = new List<(int At, int Term)>();
        for (var i = 0; i < words.Length; i++)
        {
            var folded = Folding.Fold(words[i]).Split(' ');
            for (var t = 0; t < terms.Terms.Count; t++)
            {
                if (terms.Terms[t].Alternatives.Any(a => Array.Exists(folded, f => f.StartsWith(First(a), StringComparison.Ordinal))))
                    found.Add((i, t));
            }
        }
        var best = (First: 0, Count: 0);
        for (var i = 0; i < found.Count; i++)
        {
            var count = found.Skip(i).TakeWhile(f => f.At < found[i].At + Width).Select(f => f.Term).Distinct().Count();
            if (count > best.Count)
                best = (found[i].At, count);
            if (count == terms.Terms.Count)
                break;
        }
        return best;
    }

    private static string First(string phrase) => phrase.Split(' ').FirstOrDefault(w => !Folding.IsStopWord(w)) ?? phrase;

    // Headings, emphasis, table bars, quotes, boxes; a link keeps its words.
    [GeneratedRegex(@"\]\([^)\s]*\)|[#*_`>|\[\]]+|^-+\s", RegexOptions.Multiline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Signs();
}
