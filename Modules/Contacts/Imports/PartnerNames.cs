using Intranet.Shared;

namespace Intranet.Contacts.Imports;

/// <summary>Names of partners made comparable: « TJ d’Évry » and « Tribunal judiciaire Evry » are the same.</summary>
internal static class PartnerNames
{
    /// <summary>Folded, acronyms spelt out, small words gone.</summary>
    public static string Plain(string name)
        => string.Join(' ', Folding.Words(string.Join(' ', Folding.Fold(name).Split(' ').Select(w => w == "st" ? "saint" : Acronyms.Expand(w) ?? w))));

    /// <summary>From 0 to 1: the share of pairs of letters that both names have.</summary>
    public static double Likeness(string one, string other)
    {
        var (a, b) = (Pairs(one), Pairs(other));
        return a.Count + b.Count == 0 ? 0 : 2d * a.Intersect(b, StringComparer.Ordinal).Count() / (a.Count + b.Count);
    }

    private static HashSet<string> Pairs(string text)
        => [.. Enumerable.Range(0, Math.Max(0, text.Length - 1)).Select(i => text.Substring(i, 2)).Where(p => !p.Contains(' '))];
}
