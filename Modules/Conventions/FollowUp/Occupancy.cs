namespace Intranet.Conventions;

/// <summary>Days used against theoretical days (places agreed × days), over the days of a span that a count of places covers.</summary>
/// <param name="Used">Days of a place in use.</param>
/// <param name="Theoretical">Days of a place agreed.</param>
/// <param name="Until">Last day covered.</param>
internal sealed record Occupancy(long Used, long Theoretical, DateOnly Until)
{
    /// <summary>A count holds until the next one, a quarter at most: an old one says nothing of today.</summary>
    public const int DaysThatACountHolds = 92;

    /// <summary>0.94 for 94 %; above 1 when more places were used than agreed.</summary>
    public double Rate => (double)Used / Theoretical;

    /// <summary>Null when no count covers a day on which places were agreed.</summary>
    /// <param name="counts">Places used, by ascending date.</param>
    public static Occupancy? Between(DateOnly from, DateOnly to, IReadOnlyList<(DateOnly On, int Used)> counts, AgreedPlaces agreed)
    {
        var (used, theoretical, until) = (0L, 0L, DateOnly.MinValue);
        for (var i = 0; i < counts.Count; i++)
        {
            var next = i + 1 < counts.Count ? counts[i + 1].On : DateOnly.MaxValue;
            var (first, last) = (Max(counts[i].On, from), Min(Min(next.AddDays(-1), counts[i].On.AddDays(DaysThatACountHolds - 1)), to));
            for (var day = first; day <= last; day = day.AddDays(1))
            {
                if (agreed.On(day) is not > 0)
                    continue;
                (used, theoretical, until) = (used + counts[i].Used, theoretical + agreed.On(day)!.Value, day);
            }
        }
        return theoretical == 0 ? null : new Occupancy(used, theoretical, until);
    }

    private static DateOnly Max(DateOnly a, DateOnly b) => a > b ? a : b;

    private static DateOnly Min(DateOnly a, DateOnly b) => a < b ? a : b;
}
