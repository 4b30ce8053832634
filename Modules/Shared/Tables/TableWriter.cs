namespace Intranet.Shared;

/// <summary>A column of an export.</summary>
/// <param name="Header">Its title.</param>
/// <param name="Value">
/// The value of a row: text, DateOnly, DateTime (Paris wall time), TimeOnly, bool, any number, or <see langword="null"/>;
/// anything else is written as text.
/// </param>
/// <param name="Width">Width in characters, 1 to 255; widths can't be measured on a server without fonts.</param>
public sealed record Column<T>(string Header, Func<T, object?> Value, double Width = 20);

/// <summary>Names and types of exported files.</summary>
public static class TableWriter
{
    /// <summary>Media type of a workbook.</summary>
    public const string XlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Media type of a text with separators.</summary>
    public const string CsvType = "text/csv; charset=utf-8";

    /// <summary>« partenaires-suivis-2026-11-21.xlsx », safe on every system.</summary>
    /// <param name="title">The title of the list.</param>
    /// <param name="day">The business day.</param>
    /// <param name="extension">« xlsx » or « csv ».</param>
    public static string FileName(string title, DateOnly day, string extension)
    {
        var name = Folding.Fold(title).Replace(' ', '-');
        var cut = name.Length > 60 ? name[..60].TrimEnd('-') : name;
        var date = day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        return $"{(cut.Length == 0 ? "export" : cut)}-{date}.{extension}";
    }

    /// <summary>Text that a cell can hold: what XML forbids is left out, and the length is a spreadsheet's own limit.</summary>
    internal static string Clean(string text)
    {
        var allowed = text.Any(c => !IsAllowed(c)) ? string.Concat(text.Where(IsAllowed)) : text;
        return allowed.Length <= 32_767 ? allowed : allowed[..32_766] + "…";
    }

    private static bool IsAllowed(char c) => c is '\t' or '\n' or '\r' or (>= ' ' and < '\uD800') or (> '\uDFFF' and < '\uFFFE');
}
