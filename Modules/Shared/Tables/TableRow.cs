namespace Intranet.Shared;

/// <summary>A row of a table. Columns are counted from 0; a column that is absent (−1 or beyond the end) reads as empty.</summary>
public sealed class TableRow
{
    private readonly IReadOnlyList<RawCell> _cells;

    internal TableRow(RawRow raw) => (Line, _cells) = (raw.Line, raw.Cells);

    /// <summary>The line as a spreadsheet numbers it, from 1, header included.</summary>
    public int Line { get; }

    /// <summary>Cells up to the last one with content.</summary>
    public int Count => _cells.Count;

    /// <summary>The trimmed text of a cell; a real date as 30/11/2026, a number without grouping and with a comma.</summary>
    public string Text(int column) => Cell(column).Text;

    /// <summary>
    /// The day of a cell: a real date of the workbook, or 12/03/2026, 12-03-26, 2026-03-12, 12 mars 2026; « mars 2026 »
    /// and 03/2026 are approximate.
    /// </summary>
    /// <returns><see langword="null"/> when empty or unreadable (then <see cref="Text"/> is not empty). A bare number is no date.</returns>
    public TableDate? Date(int column)
    {
        var cell = Cell(column);
        if (cell.Date is { } day)
            return new TableDate(day, false);

        return cell.Number is null && cell.Text.Length > 0 ? TableValues.Date(cell.Text) : null;
    }

    /// <summary>The number of a cell: « 1 234,5 », « 12.5 », « 200 € », « 42 % » (read as 42).</summary>
    /// <returns><see langword="null"/> when empty, unreadable or a date.</returns>
    public decimal? Decimal(int column)
    {
        var cell = Cell(column);
        if (cell.Date is not null || cell.Text.Length == 0)
            return null;

        return cell.Number ?? TableValues.Decimal(cell.Text);
    }

    /// <summary>The whole number of a cell.</summary>
    /// <returns><see langword="null"/> when empty, unreadable, a date, or not whole.</returns>
    public long? Number(int column) =>
        Decimal(column) is { } number && decimal.IsInteger(number) && Math.Abs(number) <= long.MaxValue ? (long)number : null;

    private RawCell Cell(int column) => column >= 0 && column < _cells.Count ? _cells[column] : RawCell.Empty;
}
