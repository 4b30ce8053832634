namespace Intranet.Shared;

/// <summary>A valid line of the file, read through the matched columns.</summary>
public sealed class ImportRow
{
    private readonly Dictionary<string, object> values;

    internal ImportRow(int line, Dictionary<string, object> values) => (Line, this.values) = (line, values);

    /// <summary>As a spreadsheet numbers it.</summary>
    public int Line { get; }

    /// <summary>Trimmed; empty when the cell is, or the column is missing.</summary>
    public string Text(string column) => values.GetValueOrDefault(column) as string ?? "";

    /// <summary>The cell, or what is there already when the cell is empty: an empty cell erases nothing.</summary>
    public string Or(string column, string known) => Text(column) is { Length: > 0 } text ? text : known;

    /// <summary>Null when the cell is empty; the first of the month when only the month was written.</summary>
    public DateOnly? Date(string column) => (values.GetValueOrDefault(column) as TableDate?)?.Day;

    /// <summary>Only the month was written.</summary>
    public bool IsApproximate(string column) => values.GetValueOrDefault(column) is TableDate { Approximate: true };

    /// <summary>Null when the cell is empty, or holds one of the column's blank words.</summary>
    public int? Number(string column) => values.GetValueOrDefault(column) as int?;

    public bool Has(string column) => values.ContainsKey(column);
}

/// <summary>What is wrong with a line; the value is masked where it looked like an identity.</summary>
/// <param name="Column">The header as the file has it.</param>
/// <param name="Key">The kind's column, when the cell can be corrected.</param>
public sealed record ImportIssue(int Line, string Column, string Key, string Value, string Message)
{
    /// <summary>Values that would do, best first.</summary>
    public IReadOnlyList<string> Suggestions { get; init; } = [];
}
