using Microsoft.AspNetCore.Html;

namespace Intranet.Shared;

/// <summary>Marks in a text, as it is written, the words that a search found.</summary>
public static class Marking
{
    /// <summary>The text, encoded, its found words in <c>mark</c>: « spip 93 » marks « SPIP » and « Seine » in « SPIP de Seine-Saint-Denis ».</summary>
    public static IHtmlContent Mark(string text, SearchTerms terms)
    {
        var starts = terms.Terms.Select(t => t.Alternatives[0]).Where(a => !a.Contains(' ', StringComparison.Ordinal)).ToList();
        var words = terms.Terms.SelectMany(t => t.Alternatives.SelectMany(a => Folding.Words(a))).ToHashSet(StringComparer.Ordinal);
        var html = new HtmlContentBuilder();
        var at = 0;
        while (at < text.Length)
        {
            var end = at;
            var isWord = char.IsLetterOrDigit(text[at]);
            while (end < text.Length && IsWord(text[end]) == isWord)
                end++;
            if (end == at)
                end++;
            var part = text[at..end];
            var folded = isWord ? Folding.Fold(part) : "";
            if (folded.Length > 0 && (words.Contains(folded) || starts.Any(s => folded.StartsWith(s, StringComparison.Ordinal))))
                html.AppendHtml("<mark>").Append(part).AppendHtml("</mark>");
            else
                html.Append(part);
            at = end;
        }
        return html;
    }

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark;
}
