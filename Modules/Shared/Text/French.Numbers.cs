using System.Globalization;

namespace Intranet.Shared;

public static partial class French
{
    private static readonly NumberFormatInfo Format = new()
    {
        NumberGroupSeparator = Signs.Narrow,
        NumberDecimalSeparator = ",",
        NegativeSign = "\u2212",
    };

    /// <summary>« 1 234 », thousands apart.</summary>
    public static string Number(long number) => number.ToString("N0", Format);

    /// <summary>« 1 234,5 » with a fixed number of decimals.</summary>
    public static string Number(decimal number, int decimals) =>
        number.ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), Format);

    /// <summary>« 0 place », « 1 place », « 1 234 places »: in French the plural begins at 2.</summary>
    /// <param name="n">The count.</param>
    /// <param name="singular">The noun in the singular.</param>
    /// <param name="plural">Its plural; found by rule for a single word, required for several.</param>
    /// <exception cref="ArgumentException">Several words without their plural: it can't be known which of them agree.</exception>
    public static string Count(int n, string singular, string? plural = null)
    {
        if (plural is null && singular.Contains(' '))
            throw new ArgumentException($"Give the plural of \"{singular}\".", nameof(plural));

        return $"{Number(n)} {(Math.Abs((long)n) < 2 ? singular : plural ?? Plural.Of(singular))}";
    }

    /// <summary>« 1 234,50 € », without decimals when there are no cents.</summary>
    /// <param name="cents">An amount in euro cents.</param>
    public static string Euros(long cents) =>
        Number(cents / 100m, cents % 100 == 0 ? 0 : 2) + Signs.NoBreak + "€";

    /// <summary>A number as people type it: « 1 234,5 », « 12.5 », « 94 % », « 41,50 € »; null when it is none.</summary>
    public static decimal? ReadNumber(string? text) => string.IsNullOrWhiteSpace(text) ? null : TableValues.Decimal(text);

    /// <summary>« 42 % ». Rounding never shows a whole that is not whole: below 1 it stays under 100 %, above 0 over 0 %.</summary>
    /// <param name="share">A share, 0 to 1 (more is possible: 1.12 gives 112 %).</param>
    /// <param name="decimals">Decimals shown, 0 to 4.</param>
    public static string Percent(double share, int decimals = 0)
    {
        if (double.IsNaN(share) || double.IsInfinity(share))
            return "–";

        var shown = Math.Round((decimal)share * 100, decimals, MidpointRounding.AwayFromZero);
        var step = 1m;
        for (var i = 0; i < decimals; i++)
            step /= 10;

        if (shown == 100 && share < 1)
            shown -= step;
        else if (shown == 0 && share > 0)
            shown = step;

        return Number(shown, decimals) + Signs.Narrow + "%";
    }

    /// <summary>« 512 octets », « 12 Ko », « 1,4 Mo »: steps of 1,024, as Windows shows them.</summary>
    /// <param name="bytes">A size in bytes.</param>
    public static string FileSize(long bytes)
    {
        if (bytes < 1024)
            return Number(bytes) + Signs.NoBreak + (bytes < 2 ? "octet" : "octets");

        var size = bytes / 1024m;
        string[] units = ["Ko", "Mo", "Go"];
        var unit = 0;
        while (Math.Round(size) >= 1024 && unit < units.Length - 1)
        {
            size /= 1024;
            unit++;
        }

        return Number(size, unit > 0 && size < 10 ? 1 : 0) + Signs.NoBreak + units[unit];
    }
}
