using System.Globalization;
using System.Text;

namespace Intranet.Shared;

/// <summary>Writes a list as the CSV that French spreadsheets open by themselves: UTF-8 with its mark, semicolons.</summary>
public static class CsvFile
{
    /// <summary>Writes the header and the rows; dates as 30/11/2026, decimal commas.</summary>
    /// <param name="output">Where to write, left open. Kestrel forbids synchronous writes to a response: write to memory first.</param>
    /// <param name="columns">At least one column.</param>
    /// <param name="rows">The rows, read once and streamed.</param>
    /// <remarks>A text that a spreadsheet would run as a formula gets an apostrophe before it, which our reader takes off.</remarks>
    public static void Write<T>(Stream output, IReadOnlyList<Column<T>> columns, IEnumerable<T> rows)
    {
        ArgumentOutOfRangeException.ThrowIfZero(columns.Count);
        using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        Line(writer, columns.Select(c => Text(c.Header)));
        foreach (var row in rows)
            Line(writer, columns.Select(c => Text(c.Value(row))));
    }

    private static void Line(StreamWriter writer, IEnumerable<string> cells)
    {
        writer.Write(string.Join(';', cells.Select(Quoted)));
        writer.Write("\r\n");
    }

    private static string Quoted(string text) =>
        text.AsSpan().IndexOfAny(";\"\r\n") >= 0 || text != text.Trim()
            ? "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\""
            : text;

    private static string Text(object? value) => value switch
    {
        null => "",
        DateOnly day => French.Date(day),
        DateTime moment => French.Date(DateOnly.FromDateTime(moment)) + moment.ToString(" HH:mm", CultureInfo.InvariantCulture),
        bool yes => yes ? "oui" : "non",
        TimeOnly time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
        sbyte or byte or short or ushort or int or uint or long or ulong or float or double or decimal =>
            ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture).Replace('.', ','),
        _ => Neutral(TableWriter.Clean(value.ToString() ?? "")),
    };

    private static string Neutral(string text) => FormulaText.IsRisky(text) ? "'" + text : text;
}
