using System.Text.Json;

namespace Intranet.Shared;

/// <summary>What a person decided for a line in error: another value for a cell, or to leave the line out.</summary>
public sealed class Settlement
{
    public bool LeaveOut { get; set; }

    /// <summary>By key of column; an empty text leaves the cell empty.</summary>
    public Dictionary<string, string> Values { get; set; } = [];
}

/// <summary>The decisions of a run, by line.</summary>
public sealed class Settlements
{
    private readonly Dictionary<int, Settlement> byLine;

    public Settlements(string? json) => byLine = string.IsNullOrEmpty(json) ? [] : JsonSerializer.Deserialize<Dictionary<int, Settlement>>(json) ?? [];

    public int Count => byLine.Count;

    public Settlement? Of(int line) => byLine.GetValueOrDefault(line);

    public void LeaveOut(int line) => byLine[line] = new Settlement { LeaveOut = true };

    public void Correct(int line, string column, string value)
    {
        var choice = byLine.TryGetValue(line, out var known) && !known.LeaveOut ? known : byLine[line] = new Settlement();
        choice.Values[column] = value;
    }

    public void Forget(int line) => byLine.Remove(line);

    public IReadOnlyDictionary<int, Settlement> All => byLine;

    public string ToJson() => JsonSerializer.Serialize(byLine);
}
