using System.Text.RegularExpressions;

namespace Intranet.Knowledge;

internal enum DiffKind
{
    Same,
    Removed,
    Added,
}

/// <summary>A run of text that both wordings hold, or only one.</summary>
internal readonly record struct DiffPart(DiffKind Kind, string Text);

/// <summary>A passage that didn't change: the lines beside the changes, and those between, shown on demand.</summary>
/// <param name="Before">After the change above; empty at the beginning of a text.</param>
/// <param name="After">Before the change below; empty at its end.</param>
internal readonly record struct UnchangedPassage(string Before, string Hidden = "", string After = "", int HiddenLines = 0)
{
    /// <summary>Lines kept beside a change.</summary>
    private const int Beside = 3;

    /// <summary>Hidden lines under which nothing is hidden.</summary>
    private const int Fewest = 5;

    public static UnchangedPassage Of(string text, bool isFirst, bool isLast)
    {
        var lines = text.Split('\n').Select((line, i) => i == 0 ? line : $"\n{line}").ToList();
        var (head, tail) = (isFirst ? 0 : Beside, isLast ? 0 : Beside);
        var hidden = lines.Count - head - tail;
        return (isFirst && isLast) || hidden < Fewest ? new(text)
            : new(string.Concat(lines.Take(head)), string.Concat(lines.Skip(head).Take(hidden)), string.Concat(lines.TakeLast(tail)), hidden);
    }
}

/// <summary>
/// What changed from one wording to another, word by word (Myers). Two texts that have little in common are compared line by line, and beyond that one replaces the other:
/// the work is bounded whatever is typed. What both hold and what is removed give the former text back; what both hold and what is added, the new one.
/// </summary>
internal static partial class WordDiff
{
    /// <summary>Changes beyond which words are no longer looked for; the square of it is what is kept in memory.</summary>
    private const int Most = 1_500;

    public static IReadOnlyList<DiffPart> Between(string before, string after)
        => Merge(Compare(Words(before), Words(after)) ?? Compare(Lines(before), Lines(after)) ?? (IReadOnlyList<DiffPart>)[new(DiffKind.Removed, before), new(DiffKind.Added, after)]);

    private static List<string> Words(string text) => [.. Token().Matches(text).Select(m => m.Value)];

    private static List<string> Lines(string text) => [.. Line().Matches(text).Select(m => m.Value)];

    /// <summary>Null when they differ too much.</summary>
    private static List<DiffPart>? Compare(List<string> before, List<string> after)
    {
        var start = 0;
        while (start < before.Count && start < after.Count && before[start] == after[start])
            start++;
        var end = 0;
        while (end < before.Count - start && end < after.Count - start && before[^(end + 1)] == after[^(end + 1)])
            end++;
        if (Middle(before[start..^end], after[start..^end]) is not { } middle)
            return null;
        return [.. before.Take(start).Select(Same), .. middle, .. before.Skip(before.Count - end).Select(Same)];
    }

    private static List<DiffPart>? Middle(List<string> a, List<string> b)
    {
        if (a.Count == 0 || b.Count == 0)
            return [.. a.Select(Removed), .. b.Select(Added)];
        var most = Math.Min(a.Count + b.Count, Most);
        // Of each number of changes, how far each diagonal reaches.
        List<int[]> steps = [];
        var reach = new int[(2 * most) + 3];
        var middle = most + 1;
        for (var changes = 0; changes <= most; changes++)
        {
            steps.Add(reach[(middle - changes - 1)..(middle + changes + 2)]);
            for (var diagonal = -changes; diagonal <= changes; diagonal += 2)
            {
                var x = diagonal == -changes || (diagonal != changes && reach[middle + diagonal - 1] < reach[middle + diagonal + 1])
                    ? reach[middle + diagonal + 1] : reach[middle + diagonal - 1] + 1;
                var y = x - diagonal;
                while (x < a.Count && y < b.Count && a[x] == b[y])
                    (x, y) = (x + 1, y + 1);
                reach[middle + diagonal] = x;
                if (x >= a.Count && y >= b.Count)
                    return Walk(a, b, steps);
            }
        }
        return null;
    }

    private static List<DiffPart> Walk(List<string> a, List<string> b, List<int[]> steps)
    {
        List<DiffPart> parts = [];
        var (x, y) = (a.Count, b.Count);
        for (var changes = steps.Count - 1; changes >= 0 && (x > 0 || y > 0); changes--)
        {
            var (reach, middle, diagonal) = (steps[changes], changes + 1, x - y);
            var from = diagonal == -changes || (diagonal != changes && reach[middle + diagonal - 1] < reach[middle + diagonal + 1]) ? diagonal + 1 : diagonal - 1;
            var (fromX, fromY) = changes == 0 ? (0, 0) : (reach[middle + from], reach[middle + from] - from);
            while (x > fromX && y > fromY)
            {
                parts.Add(Same(a[--x]));
                y--;
            }
            if (changes == 0)
                break;
            if (x > fromX)
                parts.Add(Removed(a[--x]));
            else if (y > fromY)
                parts.Add(Added(b[--y]));
        }
        parts.Reverse();
        return parts;
    }

    /// <summary>Neighbours of one kind are one part; between two things that both hold, what is removed comes before what is added.</summary>
    private static List<DiffPart> Merge(IReadOnlyList<DiffPart> parts)
    {
        List<DiffPart> merged = [];
        var (removed, added, same) = (new System.Text.StringBuilder(), new System.Text.StringBuilder(), new System.Text.StringBuilder());
        for (var i = 0; i < parts.Count; i++)
        {
            var part = parts[i];
            if (part.Kind == DiffKind.Same)
            {
                // A space between two changed words belongs to what changed: words that stand alone are harder to read.
                if (removed.Length > 0 && added.Length > 0 && i + 1 < parts.Count && parts[i + 1].Kind != DiffKind.Same && part.Text.All(c => c == ' '))
                {
                    removed.Append(part.Text);
                    added.Append(part.Text);
                    continue;
                }
                Flush();
                same.Append(part.Text);
                continue;
            }
            if (same.Length > 0)
            {
                merged.Add(new(DiffKind.Same, same.ToString()));
                same.Clear();
            }
            (part.Kind == DiffKind.Removed ? removed : added).Append(part.Text);
        }
        Flush();
        if (same.Length > 0)
            merged.Add(new(DiffKind.Same, same.ToString()));
        return merged;

        void Flush()
        {
            if (removed.Length > 0)
                merged.Add(new(DiffKind.Removed, removed.ToString()));
            if (added.Length > 0)
                merged.Add(new(DiffKind.Added, added.ToString()));
            removed.Clear();
            added.Clear();
        }
    }

    private static DiffPart Same(string text) => new(DiffKind.Same, text);

    private static DiffPart Removed(string text) => new(DiffKind.Removed, text);

    private static DiffPart Added(string text) => new(DiffKind.Added, text);

    [GeneratedRegex(@"\w+|\s+|[^\w\s]", RegexOptions.None, 1000)]
    private static partial Regex Token();

    [GeneratedRegex(@"[^\n]*\n|[^\n]+", RegexOptions.None, 1000)]
    private static partial Regex Line();
}
