using Intranet.Shared;

namespace Intranet.Conventions;

/// <summary>The line of an indicator: quarter by quarter where it follows from the places used, else year by year.</summary>
internal static class IndicatorChart
{
    private const int QuartersShown = 10;

    /// <param name="counts">Places used, by ascending date.</param>
    public static LineChart Of(Indicator indicator, IndicatorTable table, IReadOnlyList<(DateOnly On, int Used)> counts, AgreedPlaces agreed, DateOnly today)
    {
        var target = indicator.TargetHundredths;
        var targetText = target is { } aim ? $"objectif\u00a0{Hundredths.Text(aim, indicator.Unit)}" : "";
        var index = table.Indicators.ToList().IndexOf(indicator);
        if (IndicatorTable.MeasureOf(indicator.Name) == Measure.Occupancy && Quarters(counts, agreed, today) is { Count: > 2 } quarters)
            return new LineChart($"{indicator.Name} par trimestre", quarters, null, target / 100d, targetText);
        return new LineChart($"{indicator.Name} par année", [.. table.Years.Select(y => Point(y, y.Cells[index].Ours))],
            table.Years.Any(y => y.Cells[index].Partner is not null) ? [.. table.Years.Select(y => Point(y, y.Cells[index].Partner))] : null, target / 100d, targetText);

        ChartPoint Point(IndicatorYear year, IndicatorSide? side) => new($"{year.Year}", side?.Shown / 100d, side?.Text(indicator.Unit) ?? "non renseigné") { IsMasked = side is { Shown: null } };
    }

    /// <summary>The first indicator that a line tells something of, those with a target before the others; null when there is none.</summary>
    public static LineChart? First(IndicatorTable table, IReadOnlyList<(DateOnly On, int Used)> counts, AgreedPlaces agreed, DateOnly today)
        => table.Indicators.OrderByDescending(i => i.TargetHundredths is not null).Select(i => Of(i, table, counts, agreed, today)).FirstOrDefault(c => c.IsWorthDrawing);

    private static List<ChartPoint> Quarters(IReadOnlyList<(DateOnly On, int Used)> counts, AgreedPlaces agreed, DateOnly today)
    {
        var current = Quarter.Of(today);
        var points = Enumerable.Range(0, QuartersShown).Select(n => current.Plus(n - QuartersShown + 1))
            .Select(q => (Quarter: q, Occupancy: Occupancy.Between(q.First, q.Last < today ? q.Last : today, counts, agreed)))
            .SkipWhile(q => q.Occupancy is null).ToList();
        return [.. points.Select(p => new ChartPoint(p.Quarter.Short, p.Occupancy?.Rate * 100, p.Occupancy is { } o ? French.Percent(o.Rate) : "non renseigné"))];
    }
}
