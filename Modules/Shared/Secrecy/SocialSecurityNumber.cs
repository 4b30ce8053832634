using System.Globalization;
using System.Text.RegularExpressions;

namespace Intranet.Shared;

/// <summary>
/// The national register number: 13 characters and a key, 97 − (number mod 97), where Corsica's 2A and 2B count as 19
/// and 18 (décret n° 82-103 du 22 janvier 1982; the letters since the arrêté of 1976 on Corsica's départements).
/// </summary>
internal static class SocialSecurityNumber
{
    internal static bool IsPlausible(Match match, string text)
    {
        var key = match.Groups["key"];
        if (key.Success)
            return HasRightKey(match, key.Value) || (HasStructure(match) && IsGrouped(match));

        // Thirteen digits alone may be another number: only a real structure, not the tail of a longer number.
        return !IsTail(match, text) && HasStructure(match);
    }

    // A mistyped key hides nobody: written in its groups, the number can't be anything else.
    private static bool IsGrouped(Match match) =>
        match.Groups["label"].Success || match.Value.Count(c => c is ' ' or '.' or '-') >= 5;

    private static bool HasRightKey(Match match, string key)
    {
        var digits = string.Concat(Value(match, "sex"), Value(match, "year"), Value(match, "month"));
        var departement = Value(match, "dept").ToUpperInvariant() switch { "2A" => "19", "2B" => "18", var d => d };
        var number = long.Parse(
            digits + departement + Value(match, "town") + Value(match, "order"), CultureInfo.InvariantCulture);
        return 97 - number % 97 == long.Parse(key, CultureInfo.InvariantCulture);
    }

    private static bool HasStructure(Match match)
    {
        var month = int.Parse(Value(match, "month"), CultureInfo.InvariantCulture);
        var departement = Value(match, "dept");
        var corsican = departement[1] is 'A' or 'B' or 'a' or 'b';
        return Value(match, "sex") is "1" or "2"
            && month is >= 1 and <= 12 or >= 20 and <= 42
            && (corsican || departement is not ("00" or "96"))
            && Value(match, "town") != "000" && Value(match, "order") != "000";
    }

    private static bool IsTail(Match match, string text) =>
        match.Index > 1 && text[match.Index - 1] is ' ' or '.' or '-' && char.IsAsciiDigit(text[match.Index - 2]);

    private static string Value(Match match, string group) => match.Groups[group].Value;
}
