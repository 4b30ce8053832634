using System.Text.RegularExpressions;

namespace Intranet.Shared;

public static partial class French
{
    /// <summary>Puts the right spaces, apostrophes and ellipses in a plain text of ours; doing it twice changes nothing.</summary>
    /// <param name="text">Plain text, not HTML. Times (14:30), addresses (https://…?x) and references are left alone.</param>
    public static string Typography(string text)
    {
        text = StraightApostrophe().Replace(text, Signs.Apostrophe);
        text = text.Replace("...", "…", StringComparison.Ordinal);
        text = AfterQuote().Replace(text, "«" + Signs.Narrow);
        text = BeforeQuote().Replace(text, Signs.Narrow + "»");
        text = BeforeHighSign().Replace(text, Signs.Narrow + "$1");
        text = BeforeColon().Replace(text, Signs.NoBreak + ":");
        text = BeforeEuro().Replace(text, Signs.NoBreak + "€");
        text = Hours().Replace(text, $"$1{Signs.NoBreak}h{Signs.NoBreak}$2");
        return Thousands().Replace(text, "$1" + Signs.Narrow + "$2");
    }

    [GeneratedRegex(@"(?<=\p{L})'(?=[\p{L}«])", RegexOptions.None, 1000)]
    private static partial Regex StraightApostrophe();

    [GeneratedRegex(@"«[ \u00A0\u202F]*", RegexOptions.None, 1000)]
    private static partial Regex AfterQuote();

    [GeneratedRegex(@"[ \u00A0\u202F]*»", RegexOptions.None, 1000)]
    private static partial Regex BeforeQuote();

    // Only at the end of a word: « ?page=2 » and « &nbsp; » in an address or a code keep their signs.
    [GeneratedRegex(@"(?<=[^\s;!?%(&])(?<!&\w{1,8})[ \u00A0\u202F]*([;!?%])(?=$|[\s»”""),.;!?])", RegexOptions.Multiline, 1000)]
    private static partial Regex BeforeHighSign();

    [GeneratedRegex(@"(?<=[^\s:])[ \u00A0\u202F]*:(?=$|\s)", RegexOptions.Multiline, 1000)]
    private static partial Regex BeforeColon();

    [GeneratedRegex(@"(?<=\d)[ \u00A0\u202F]*€", RegexOptions.None, 1000)]
    private static partial Regex BeforeEuro();

    [GeneratedRegex(@"\b(\d{1,2}) ?h ?(\d\d)\b", RegexOptions.None, 1000)]
    private static partial Regex Hours();

    [GeneratedRegex(@"(?<![\d ]|\d[\u00A0\u202F])(\d{1,3}) (\d{3})(?=[\u00A0\u202F ](?:€|places?\b|euros?\b|personnes?\b))", RegexOptions.None, 1000)]
    private static partial Regex Thousands();
}
