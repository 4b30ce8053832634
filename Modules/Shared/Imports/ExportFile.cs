namespace Intranet.Shared;

/// <summary>Writes what a kind exports, and the blank template of a kind that is imported.</summary>
public static class ExportFile
{
    /// <summary>A workbook, or CSV when the extension says so.</summary>
    public static void Write(Stream target, IExportKind kind, IEnumerable<object?[]> rows, string extension)
        => Write(target, kind.Label, kind.Headers, rows, extension);

    /// <summary>The headers that the kind recognises, and one line of example.</summary>
    public static void WriteTemplate(Stream target, IImportKind kind)
        => Write(target, kind.Label, [.. kind.Columns.Select(c => c.Label)], [[.. kind.Columns.Select(c => (object?)c.Example)]], ".xlsx");

    internal static void Write(Stream target, string title, IReadOnlyList<string> headers, IEnumerable<object?[]> rows, string extension)
    {
        var columns = headers.Select((header, index) => new Column<object?[]>(header, row => row[index], Math.Clamp(header.Length + 6, 14, 40))).ToList();
        if (string.Equals(extension, ".csv", StringComparison.OrdinalIgnoreCase))
            CsvFile.Write(target, columns, rows);
        else
            Workbook.Write(target, title, columns, rows);
    }
}
