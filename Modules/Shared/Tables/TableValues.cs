using System.Globalization;
using System.Text.RegularExpressions;

namespace Intranet.Shared;

/// <summary>A day read in a table.</summary>
/// <param name="Day">The day; the first of the month when only the month is known.</param>
/// <param name="Approximate">Whether only the month was written.</param>
public readonly record struct TableDate(DateOnly Day, bool Approximate);

/// <summary>Dates and numbers as people type them in French.</summary>
internal static partial class TableValues
{
    // Two digits of a year: 00–69 are of this century, 70–99 of the last.
    private const int Pivot = 70;

    private static readonly string[] Months =
        ["janv", "fevr", "mars", "avr", "mai", "juin", "juil", "aout", "sept", "oct", "nov", "dec"];

    internal static TableDate? Date(string text)
    {
        if (Full().Match(text) is { Success: true } full)
            return Exact(Year(full), Int(full, "m"), Int(full, "d"));

        if (Iso().Match(text) is { Success: true } iso)
            return Exact(Int(iso, "y"), Int(iso, "m"), Int(iso, "d"));

        if (MonthOnly().Match(text) is { Success: true } month)
            return Exact(Int(month, "y"), Int(month, "m"), 1) is { } known ? known with { Approximate = true } : null;

        return Words().Match(Folding.Fold(text)) is { Success: true } words ? Written(words) : null;
    }

    internal static decimal? Decimal(string text)
    {
        var plain = Blank().Replace(text, "").Replace('\u2212', '-').TrimEnd('€', '%');
        var (comma, point) = (plain.LastIndexOf(','), plain.LastIndexOf('.'));
        if (comma >= 0 && point >= 0)
        {
            // The last sign is the decimal one; the other only groups thousands.
            plain = plain.Replace(comma > point ? "." : ",", "", StringComparison.Ordinal);
        }

        const NumberStyles style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        return decimal.TryParse(plain.Replace(',', '.'), style, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private static TableDate? Written(Match words)
    {
        var name = words.Groups["name"].Value;
        var month = Array.FindIndex(Months, m => name.StartsWith(m, StringComparison.Ordinal) || (m == "fevr" && name == "fev")) + 1;
        if (month == 0)
            return null;

        var day = words.Groups["d"].Success;
        return Exact(Year(words), month, day ? Int(words, "d") : 1) is { } date ? date with { Approximate = !day } : null;
    }

    private static TableDate? Exact(int year, int month, int day)
    {
        if (year is < 1900 or > 2200 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return null;

        return new TableDate(new DateOnly(year, month, day), false);
    }

    private static int Year(Match match)
    {
        var year = Int(match, "y");
        if (match.Groups["y"].Length > 2)
            return year;

        return year < Pivot ? 2000 + year : 1900 + year;
    }

    private static int Int(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    // A time after the day is dropped: « 12/03/2026 00:00:00 » is how software writes a day.
    [GeneratedRegex(@"^(?<d>\d{1,2})[/.\- ](?<m>\d{1,2})[/.\- ](?<y>\d{4}|\d{2})(?:[ T]\d{1,2}[:h]\d{2}(?::\d{2})?)?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Full();

    [GeneratedRegex(@"^(?<y>\d{4})[/.\-](?<m>\d{1,2})[/.\-](?<d>\d{1,2})(?:[ T]\d{1,2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+\-]\d{2}:?\d{2})?)?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Iso();

    [GeneratedRegex(@"^(?<m>\d{1,2})[/.\-](?<y>\d{4})$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex MonthOnly();

    [GeneratedRegex(@"^(lundi |mardi |mercredi |jeudi |vendredi |samedi |dimanche )?(le )?((?<d>\d{1,2})(er)? )?(?<name>[a-z]{3,9}) (?<y>\d{4}|\d{2})$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Words();

    [GeneratedRegex(@"[\s\u00A0\u202F]+", RegexOptions.None, 1000)]
    private static partial Regex Blank();
}
