namespace Intranet.Shared;

/// <summary>Plain French plurals: enough for search words and for counted nouns, no more.</summary>
public static class Plural
{
    private const int ShortestPlural = 4;

    /// <summary>The singular of a folded word, or the word itself: « tribunaux » gives « tribunal ».</summary>
    public static string Singular(string word)
    {
        if (word.Length < ShortestPlural || char.IsAsciiDigit(word[0]))
            return word;

        if (word.EndsWith("eaux", StringComparison.Ordinal))
            return word[..^1];

        if (word.EndsWith("aux", StringComparison.Ordinal) && word.Length > ShortestPlural)
            return word[..^2] + "l";

        var plural = word[^1] is 's' or 'x' && word[^2] is not 's';
        return plural ? word[..^1] : word;
    }

    /// <summary>The plural of one written noun: « réseau » gives « réseaux ».</summary>
    internal static string Of(string noun)
    {
        if (noun[^1] is 's' or 'x' or 'z')
            return noun;

        if (noun.EndsWith("eau", StringComparison.Ordinal))
            return noun + "x";

        return noun.EndsWith("al", StringComparison.Ordinal) ? noun[..^2] + "aux" : noun + "s";
    }
}
