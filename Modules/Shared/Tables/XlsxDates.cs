using System.Text.RegularExpressions;

namespace Intranet.Shared;

/// <summary>In a workbook a date is a number of days that a number format shows as a date (ECMA-376, 18.8.30 and 18.17.4).</summary>
internal static partial class XlsxDates
{
    private const int Days1904 = 1462;
    private const int LastSerial = 2_958_465;

    internal static bool IsDate(int format, Dictionary<int, string> custom)
    {
        if (custom.TryGetValue(format, out var code))
            return IsDateCode(code);

        return format is (>= 14 and <= 17) or 22 or (>= 27 and <= 31) or 34 or 35 or 36 or (>= 50 and <= 58);
    }

    internal static bool IsDateCode(string code)
    {
        if (code.Equals("General", StringComparison.OrdinalIgnoreCase) || code.Equals("Standard", StringComparison.OrdinalIgnoreCase))
            return false;

        var signs = Literal().Replace(code, "");
        return signs.AsSpan().IndexOfAny("dDyYjJ") >= 0 || signs.Contains("mmm", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The day of a serial number, or <see langword="null"/> for a time alone or out of the calendar.</summary>
    internal static DateOnly? Day(double serial, bool from1904)
    {
        var days = Math.Floor(serial) + (from1904 ? Days1904 : 0);
        if (days is < 1 or > LastSerial)
            return null;

        // Excel believes that 29 February 1900 existed: serials before it are one day off.
        return new DateOnly(1899, 12, 30).AddDays((int)days + (days < 60 ? 1 : 0));
    }

    // Quoted or escaped letters, colours and conditions in brackets, fillers.
    [GeneratedRegex(@"""[^""]*""|\\.|\[[^\]]*\]|_.|\*.", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Literal();
}
