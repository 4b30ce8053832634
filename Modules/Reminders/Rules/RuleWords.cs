using Intranet.Shared;

namespace Intranet.Reminders;

/// <summary>How rules are said.</summary>
internal static class RuleWords
{
    /// <summary>« 90, 30 jours avant, le jour même, 7 jours après ».</summary>
    public static string Steps(IEnumerable<int> steps)
    {
        var days = steps.OrderDescending().ToList();
        List<string> parts = [];
        if (Days(days.Where(d => d > 0)) is { Length: > 0 } before)
            parts.Add($"{before} avant");
        if (days.Contains(0))
            parts.Add("le jour même");
        if (Days(days.Where(d => d < 0).Select(d => -d)) is { Length: > 0 } after)
            parts.Add($"{after} après");
        return string.Join(", ", parts);
    }

    /// <summary>A step, for one telling.</summary>
    public static string Step(int step) => step switch
    {
        0 => "le jour même",
        > 0 => $"{French.Count(step, "jour")} avant",
        _ => $"{French.Count(-step, "jour")} après",
    };

    private static string Days(IEnumerable<int> days)
    {
        var list = days.ToList();
        return list.Count == 0 ? "" : $"{French.List([.. list.Select(d => French.Number(d))])} {(list[^1] == 1 && list.Count == 1 ? "jour" : "jours")}";
    }
}
