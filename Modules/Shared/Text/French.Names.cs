namespace Intranet.Shared;

public static partial class French
{
    // Towns and names of the field whose h forbids elision; other names in h elide (d’Hyères, d’Hélène).
    private static readonly HashSet<string> HardH = new(StringComparer.Ordinal)
    {
        "haguenau", "ham", "hambourg", "haut", "haute", "hauts", "hautes", "honfleur", "houilles", "hollande", "hongrie",
        "huningue", "huit",
    };

    /// <summary>« de Bobigny », « d’Évry », « du Havre », « des Sables-d’Olonne », « de La Rochelle ».</summary>
    /// <param name="name">A town's or a person's name, with its article when it has one.</param>
    public static string De(string name)
    {
        var written = name.Trim().Replace("'", Signs.Apostrophe, StringComparison.Ordinal);
        if (written.Length == 0)
            return "";

        if (Rest(written, "le ") is { } masculine)
            return "du " + masculine;

        if (Rest(written, "les ") is { } plural)
            return "des " + plural;

        return Elides(written) ? "d’" + written : "de " + written;
    }

    /// <summary>« a, b et c ».</summary>
    public static string List(params IEnumerable<string> items)
    {
        var all = items.ToArray();
        return all.Length < 2 ? string.Concat(all) : $"{string.Join(", ", all[..^1])} et {all[^1]}";
    }

    /// <summary>Capital initials of the first and the last word: « Hélène Vasseur » gives « HV ».</summary>
    public static string Initials(string name)
    {
        var words = name.Split([' ', '\u00A0'], StringSplitOptions.RemoveEmptyEntries)
            .Where(w => char.IsLetter(w[0])).ToArray();
        return words.Length switch
        {
            0 => "",
            1 => Upper(words[0]),
            _ => Upper(words[0]) + Upper(words[^1]),
        };
    }

    private static string? Rest(string name, string article) =>
        name.StartsWith(article, StringComparison.OrdinalIgnoreCase) ? name[article.Length..].TrimStart() : null;

    private static bool Elides(string name)
    {
        var word = Folding.Fold(name).Split(' ')[0];
        if (word.Length == 0)
            return false;

        return word[0] switch
        {
            'a' or 'e' or 'i' or 'o' or 'u' => word is not ("onze" or "oui" or "un"),
            'y' => word.Length > 1 && !"aeiou".Contains(word[1]),
            'h' => !HardH.Contains(word),
            _ => false,
        };
    }

    private static string Upper(string word) => char.ToUpperInvariant(word[0]).ToString();
}
