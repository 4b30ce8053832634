namespace Intranet.Meetings;

/// <summary>The twelve months that the planner shows: a calendar year, or four months back and seven ahead of this one.</summary>
internal sealed record PlannerWindow(DateOnly From, IReadOnlyList<DateOnly> Months)
{
    private const int Back = 4;

    public DateOnly To => Months[^1].AddMonths(1).AddDays(-1);

    public static PlannerWindow Of(int? year, DateOnly today)
    {
        var from = year is { } y and >= 2000 and <= 2100 ? new DateOnly(y, 1, 1) : new DateOnly(today.Year, today.Month, 1).AddMonths(-Back);
        return new PlannerWindow(from, [.. Enumerable.Range(0, 12).Select(from.AddMonths)]);
    }
}
