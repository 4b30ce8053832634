namespace Intranet.Conventions;

/// <summary>A quarter of a year.</summary>
/// <param name="First">Its first day.</param>
internal readonly record struct Quarter(DateOnly First)
{
    public static Quarter Of(DateOnly day) => new(new DateOnly(day.Year, (day.Month - 1) / 3 * 3 + 1, 1));

    public DateOnly Last => First.AddMonths(3).AddDays(-1);
    public int Number => (First.Month - 1) / 3 + 1;
    public IEnumerable<DateOnly> Months => [First, First.AddMonths(1), First.AddMonths(2)];

    public Quarter Plus(int quarters) => new(First.AddMonths(3 * quarters));

    /// <summary>« T3 2026 ».</summary>
    public string Short => $"T{Number} {First.Year}";

    /// <summary>« 3e trimestre 2026 ».</summary>
    public override string ToString() => $"{(Number == 1 ? "1er" : $"{Number}e")} trimestre {First.Year}";
}
