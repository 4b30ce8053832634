using System.Text;

namespace Intranet.Shared;

internal sealed class CsvSource : ITableSource
{
    private readonly TableLimits _limits;
    private readonly StreamReader _reader;

    internal CsvSource(Stream content, TableLimits limits)
    {
        _limits = limits;
        Encoding = TextEncoding.Detect(content);
        content.Position = 0;
        Separator = CsvSeparator.Detect(content, Encoding);
        content.Position = 0;
        _reader = new StreamReader(content, Encoding, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
    }

    internal Encoding Encoding { get; }

    internal char Separator { get; }

    public IEnumerable<RawRow> Read()
    {
        var records = new CsvRecords(_reader, Separator, _limits);
        while (records.Next() is { } record)
        {
            if (Row(records.Line, record) is { Filled: > 0 } row)
                yield return row;
        }
    }

    public void Dispose() => _reader.Dispose();

    private RawRow Row(int line, List<string> record)
    {
        // Columns without content, that some software adds by the hundred at the end of each line, are no columns.
        var count = record.Count;
        while (count > 0 && string.IsNullOrWhiteSpace(record[count - 1]))
            count--;

        if (count > _limits.Columns)
            throw TableErrors.TooManyColumns(_limits, line);

        var cells = new RawCell[count];
        for (var i = 0; i < count; i++)
            cells[i] = new RawCell(Unescaped(record[i].Trim()));

        return new RawRow(line, cells);
    }

    // The apostrophe that our own export puts before a text that a spreadsheet would run as a formula.
    private static string Unescaped(string text) =>
        text.Length > 1 && text[0] == '\'' && FormulaText.IsRisky(text[1..]) ? text[1..] : text;
}
