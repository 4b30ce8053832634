namespace Intranet.Shared;

/// <summary>Formats that are read.</summary>
public enum TableFormat
{
    /// <summary>Text with separators.</summary>
    Csv,

    /// <summary>Office Open XML workbook.</summary>
    Xlsx,
}

/// <summary>Reads a table sent by a person, row by row, whatever its encoding, separator or format.</summary>
public sealed class TableReader : IDisposable
{
    private const int HeaderReach = 30;

    private readonly ITableSource _source;
    private readonly TableLimits _limits;
    private readonly IEnumerator<RawRow> _rows;
    private readonly Queue<RawRow> _ahead = new();
    private readonly Stream? _copy;
    private bool _read;

    private TableReader(ITableSource source, TableLimits limits, Stream? copy)
    {
        (_source, _limits, _copy, _rows) = (source, limits, copy, source.Read().GetEnumerator());
        var header = FindHeader();
        HeaderLine = header.Line;
        Header = [.. header.Cells.Select(c => c.Text)];
    }

    /// <summary>The format, known by the content.</summary>
    public TableFormat Format => _source is CsvSource ? TableFormat.Csv : TableFormat.Xlsx;

    /// <summary>The encoding of a text (« utf-8 », « windows-1252 », « utf-16 »), or <see langword="null"/> for a workbook.</summary>
    public string? Encoding => (_source as CsvSource)?.Encoding.WebName;

    /// <summary>The separator of a text, or <see langword="null"/> for a workbook.</summary>
    public char? Separator => (_source as CsvSource)?.Separator;

    /// <summary>The sheet read in a workbook: the first with content; <see langword="null"/> for a text.</summary>
    public string? Sheet => (_source as XlsxSource)?.Sheet;

    /// <summary>The line of the header as a spreadsheet numbers it, from 1.</summary>
    public int HeaderLine { get; }

    /// <summary>Trimmed headers, by column; empty where a column has none. The first row with two cells or more.</summary>
    public IReadOnlyList<string> Header { get; }

    /// <summary>Rows under the header, blank ones left out. They are streamed: one pass only.</summary>
    /// <exception cref="TableException">A limit is passed, or the file is damaged, at the row that shows it.</exception>
    /// <exception cref="InvalidOperationException">The rows were read already.</exception>
    public IEnumerable<TableRow> Rows
    {
        get
        {
            if (_read)
                throw new InvalidOperationException("The rows of a table are streamed: they can be read once.");

            _read = true;
            return Stream();
        }
    }

    /// <summary>Opens a table.</summary>
    /// <param name="content">The file; copied first when it can't be sought. It is not closed.</param>
    /// <param name="fileName">Its name, only looked at when the content leaves a doubt.</param>
    /// <param name="limits">Limits; those of an import by default.</param>
    /// <exception cref="TableException">No table, or too big: the message says why in French.</exception>
    public static TableReader Open(Stream content, string fileName, TableLimits? limits = null)
    {
        limits ??= TableLimits.Default;
        var copy = content.CanSeek ? null : TableInput.Copy(content, limits);
        var input = copy ?? content;
        ITableSource? source = null;
        try
        {
            source = TableInput.Open(input, fileName, limits);
            return new TableReader(source, limits, copy);
        }
        catch (Exception)
        {
            source?.Dispose();
            copy?.Dispose();
            throw;
        }
    }

    /// <summary>The column that bears one of several names, compared folded; the first name found wins.</summary>
    /// <returns>Its index, or −1, which every accessor of a row reads as empty.</returns>
    public int Column(params string[] names) =>
        names.Select(IndexOf).Where(i => i >= 0).DefaultIfEmpty(-1).First();

    /// <inheritdoc />
    public void Dispose()
    {
        _rows.Dispose();
        _source.Dispose();
        _copy?.Dispose();
    }

    private int IndexOf(string name)
    {
        var folded = Folding.Fold(name);
        return Header.Select(Folding.Fold).ToList().IndexOf(folded);
    }

    private RawRow FindHeader()
    {
        while (_ahead.Count < HeaderReach && _rows.MoveNext())
        {
            var row = _rows.Current;
            if (row.Filled > 1)
            {
                // What stands above the header is a title.
                _ahead.Clear();
                return row;
            }

            _ahead.Enqueue(row);
        }

        return _ahead.Count > 0 ? _ahead.Dequeue() : throw TableErrors.NoContent();
    }

    private IEnumerable<TableRow> Stream()
    {
        var count = 0;
        while (_ahead.Count > 0 || _rows.MoveNext())
        {
            if (++count > _limits.Rows)
                throw TableErrors.TooManyRows(_limits);

            yield return new TableRow(_ahead.Count > 0 ? _ahead.Dequeue() : _rows.Current);
        }
    }
}
