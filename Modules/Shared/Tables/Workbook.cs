using ClosedXML.Excel;

namespace Intranet.Shared;

/// <summary>Writes a list as a workbook that people can sort, filter and add up.</summary>
public static class Workbook
{
    private const string DateFormat = "dd/mm/yyyy";
    private const int LongestSheetName = 31;

    /// <summary>Writes an .xlsx: bold frozen header with filters, real dates and numbers, texts never run as formulas.</summary>
    /// <param name="output">Where to write. Kestrel forbids synchronous writes to a response: write to memory first.</param>
    /// <param name="title">Title of the list, which names the sheet.</param>
    /// <param name="columns">At least one column.</param>
    /// <param name="rows">The rows, read once.</param>
    /// <param name="note">A line above the header, such as the filters in force and the day.</param>
    public static void Write<T>(
        Stream output, string title, IReadOnlyList<Column<T>> columns, IEnumerable<T> rows, string? note = null)
    {
        ArgumentOutOfRangeException.ThrowIfZero(columns.Count);
        using var book = new XLWorkbook();
        var sheet = book.AddWorksheet(SheetName(title));
        var header = note is null ? 1 : 2;
        if (note is not null)
            Set(sheet.Cell(1, 1), note);

        for (var i = 0; i < columns.Count; i++)
        {
            Set(sheet.Cell(header, i + 1), columns[i].Header);
            sheet.Column(i + 1).Width = columns[i].Width;
        }

        var line = header;
        foreach (var row in rows)
        {
            line++;
            for (var i = 0; i < columns.Count; i++)
                Set(sheet.Cell(line, i + 1), columns[i].Value(row));
        }

        sheet.Row(header).Style.Font.Bold = true;
        sheet.SheetView.FreezeRows(header);
        sheet.Range(header, 1, Math.Max(line, header + 1), columns.Count).SetAutoFilter();

        // The package is written back and forth; the stream of an answer can only be written forth.
        using var buffer = new MemoryStream();
        book.SaveAs(buffer);
        buffer.Position = 0;
        buffer.CopyTo(output);
    }

    internal static string SheetName(string title)
    {
        var clean = string.Concat(TableWriter.Clean(title).Select(c => c is '[' or ']' or ':' or '*' or '?' or '/' or '\\' or '\n' or '\r' or '\t' ? ' ' : c))
            .Trim().Trim('\'');
        var cut = clean.Length > LongestSheetName ? clean[..LongestSheetName].TrimEnd() : clean;
        return cut.Length == 0 || cut.Equals("History", StringComparison.OrdinalIgnoreCase) ? "Liste" : cut;
    }

    private static void Set(IXLCell cell, object? value)
    {
        switch (value)
        {
            case null:
                break;
            case DateOnly day:
                Date(cell, day.ToDateTime(TimeOnly.MinValue), DateFormat);
                break;
            case DateTime moment:
                Date(cell, moment, "dd/mm/yyyy hh:mm");
                break;
            case bool yes:
                Text(cell, yes ? "oui" : "non");
                break;
            case TimeOnly time:
                Text(cell, French.Time(time));
                break;
            case sbyte or byte or short or ushort or int or uint or long or ulong or float or double or decimal:
                Number(cell, value);
                break;
            default:
                Text(cell, value.ToString() ?? "");
                break;
        }
    }

    // Days before 1900 have no number in a workbook.
    private static void Date(IXLCell cell, DateTime moment, string format)
    {
        if (moment.Year < 1900)
        {
            Text(cell, French.Date(DateOnly.FromDateTime(moment)));
            return;
        }

        cell.SetValue(moment);
        cell.Style.DateFormat.Format = format;
    }

    private static void Number(IXLCell cell, object value)
    {
        var number = Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture);
        if (double.IsFinite(number))
            cell.SetValue(number);
    }

    private static void Text(IXLCell cell, string text)
    {
        var clean = TableWriter.Clean(text);
        if (clean.Length == 0)
            return;

        cell.SetValue(clean);

        // A style costs more than its text: only what would turn into a formula or a number once edited gets one.
        if (char.IsAsciiDigit(clean[0]))
            cell.Style.NumberFormat.Format = "@";
        else if (FormulaText.IsRisky(clean))
            cell.Style.IncludeQuotePrefix = true;
    }
}
