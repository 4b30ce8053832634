using System.Text.RegularExpressions;
using Intranet.Shared;

namespace Intranet.Experts;

/// <summary>
/// Takes out of a text the names of those who took part in a request, and names that a civility announces. A help to who writes the draft,
/// not a proof: that is why somebody else reads it again.
/// </summary>
internal static partial class NamesOut
{
    public const string Removed = "[nom retiré]";

    private const int ShortestPart = 3;

    /// <param name="names">Full names of people, and of the establishment that asked.</param>
    public static string Of(string text, IEnumerable<string> names)
    {
        var known = names.Where(n => n.Trim().Length >= ShortestPart).ToList();
        var parts = known.Concat(known.SelectMany(n => n.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(p => p.Length >= ShortestPart && char.IsUpper(p[0]) && !p.All(char.IsUpper)))
            .Distinct(StringComparer.OrdinalIgnoreCase).OrderByDescending(p => p.Length).ToList();
        if (parts.Count > 0)
            text = Regex.Replace(text, $@"\b(?:{string.Join('|', parts.Select(Regex.Escape))})\b", Removed, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        text = Announced().Replace(text, Removed);
        return IdentityGuard.Mask(Twice().Replace(text, Removed));
    }

    [GeneratedRegex(@"\b(?:M\.|MM\.|Mme|Mmes|Mlle|Monsieur|Madame|Mademoiselle|Dr|Me)[ \u00a0]+(?:\p{Lu}[\p{L}’'\-]*|\[nom retiré\])(?:[ \u00a0]+(?:\p{Lu}[\p{L}’'\-]+|\[nom retiré\]))*", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Announced();

    [GeneratedRegex(@"\[nom retiré\](?:[ \u00a0]+\[nom retiré\])+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Twice();
}
