using Intranet.Shared;

namespace Intranet.Meetings;

/// <summary>One stop of a round, as typed: an hour of its own or none.</summary>
internal sealed record RoundStop(string Name, TimeOnly? Start, int Duration);

/// <summary>
/// Hours for stops in their order. Distances are not known: half an hour between two houses, quarters of an hour, noon left free.
/// </summary>
internal static class RoundTimes
{
    public const int TravelMinutes = 30;
    private const int Quarter = 15;
    private const int LunchFrom = 12 * 60;
    private const int LunchTo = (13 * 60) + 30;

    public static readonly TimeOnly FirstStart = new(9, 30);

    /// <summary>Minutes after midnight at which each stop begins; a stop that has its hour keeps it.</summary>
    /// <exception cref="BrokenRuleException">A stop begins before the one before it ends, or the day is too short.</exception>
    public static IReadOnlyList<int> Of(IReadOnlyList<RoundStop> stops)
    {
        var starts = new List<int>();
        var end = 0;
        foreach (var stop in stops)
        {
            var start = stop.Start is { } own ? (own.Hour * 60) + own.Minute
                : starts.Count == 0 ? (FirstStart.Hour * 60) + FirstStart.Minute
                : After(end + TravelMinutes);
            if (starts.Count > 0 && start < end)
                throw new BrokenRuleException($"L’étape « {stop.Name} » commence avant la fin de la précédente.");
            end = start + stop.Duration;
            if (end > 24 * 60)
                throw new BrokenRuleException("La journée ne suffit pas : répartissez ces étapes sur deux tournées.");
            starts.Add(start);
        }
        return starts;
    }

    private static int After(int minute)
    {
        var start = (minute + Quarter - 1) / Quarter * Quarter;
        return start is >= LunchFrom and < LunchTo ? LunchTo : start;
    }
}
