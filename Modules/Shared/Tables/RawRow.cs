namespace Intranet.Shared;

/// <summary>A cell as the file gives it; a real date or number carries its value beside its text.</summary>
internal readonly record struct RawCell(string Text, DateOnly? Date = null, decimal? Number = null)
{
    internal static readonly RawCell Empty = new("");
}

internal readonly record struct RawRow(int Line, IReadOnlyList<RawCell> Cells)
{
    internal int Filled => Cells.Count(c => c.Text.Length > 0);
}

internal interface ITableSource : IDisposable
{
    /// <summary>Rows with content, in order, read once.</summary>
    IEnumerable<RawRow> Read();
}
