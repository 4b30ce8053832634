using System.Globalization;
using Intranet.Shared;

namespace Intranet.Conventions;

/// <summary>One point of a chart; no value leaves a gap in the line.</summary>
/// <param name="Label">Under the axis: « 2026 », « T3 2026 ».</param>
/// <param name="Text">The value in words, in the table behind the chart; « &lt; 5 » when masked.</param>
internal sealed record ChartPoint(string Label, double? Value, string Text)
{
    /// <summary>There is a value, which may not be drawn; its words stand above the axis.</summary>
    public bool IsMasked { get; init; }
}

/// <summary>A line drawn on the server: places of points, ticks and target in a box of <see cref="Width"/> by <see cref="Height"/>.</summary>
internal sealed class LineChart
{
    public const int Width = 360;
    public const int Height = 160;
    private const int Left = 40, Right = 18, Top = 18, Bottom = 24;
    private const int MostLabels = 4;

    private readonly double low, high;

    /// <param name="other">The partner's line, point by point under the same labels; empty when it says nothing.</param>
    public LineChart(string title, IReadOnlyList<ChartPoint> points, IReadOnlyList<ChartPoint>? other = null, double? target = null, string targetText = "")
    {
        (Title, Points, Other, Target, TargetText) = (title, points, other ?? [], target, targetText);
        var values = points.Concat(Other).Select(p => p.Value).Append(target).OfType<double>().DefaultIfEmpty(0).ToList();
        (low, high, var step) = Scale(values.Min(), values.Max());
        Ticks = [.. Enumerable.Range(0, (int)Math.Round((high - low) / step) + 1).Select(n => low + n * step)];
    }

    public string Title { get; }
    public IReadOnlyList<ChartPoint> Points { get; }
    public IReadOnlyList<ChartPoint> Other { get; }
    public double? Target { get; }

    /// <summary>« objectif 90 % ».</summary>
    public string TargetText { get; }

    public IReadOnlyList<double> Ticks { get; }

    /// <summary>A line needs two points.</summary>
    public bool IsWorthDrawing => Points.Count(p => p.Value is not null) > 1;

    public int PlotLeft => Left - 4;
    public int PlotRight => Width - Right + 6;

    public double X(int index) => Points.Count < 2 ? (double)(Left + Width - Right) / 2 : Left + index * (double)(Width - Left - Right) / (Points.Count - 1);

    public double Y(double value) => Height - Bottom - (value - low) / (high - low) * (Height - Top - Bottom);

    /// <summary>The unbroken parts of a line, as « x,y x,y »; a point alone is no line.</summary>
    public IEnumerable<string> Lines(IReadOnlyList<ChartPoint> points)
    {
        var line = new List<string>();
        for (var i = 0; i <= points.Count; i++)
        {
            if (i < points.Count && points[i].Value is { } value)
                line.Add($"{Number(X(i))},{Number(Y(value))}");
            else
            {
                if (line.Count > 1)
                    yield return string.Join(' ', line);
                line.Clear();
            }
        }
    }

    /// <summary>At most four labels, or so, the last always.</summary>
    public bool HasLabel(int index) => (Points.Count - 1 - index) % ((Points.Count - 1) / MostLabels + 1) == 0;

    public static string Anchor(int index, int count) => count < 2 ? "middle" : index == 0 ? "start" : index == count - 1 ? "end" : "middle";

    /// <summary>A coordinate in an attribute.</summary>
    public static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    public static string TickText(double tick) => French.Number((decimal)tick, tick == Math.Round(tick) ? 0 : 1);

    /// <summary>From a round number to a round number, in two to four steps; from zero unless all is far above it.</summary>
    private static (double Low, double High, double Step) Scale(double least, double most)
    {
        if (least >= 0 && least < most / 2)
            least = 0;
        if (most <= least)
            (least, most) = (Math.Max(0, least - 1), most + 1);
        var rough = (most - least) / 2;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var step = new[] { 1, 2, 2.5, 5, 10 }.Select(n => n * power).First(n => n >= rough * 0.999);
        return (Math.Floor(least / step) * step, Math.Ceiling(most / step) * step, step);
    }
}
