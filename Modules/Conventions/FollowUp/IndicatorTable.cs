using Intranet.Shared;

namespace Intranet.Conventions;

/// <summary>What is computed from the places used when nobody enters it; the indicator's name says so.</summary>
internal enum Measure
{
    None,

    /// <summary>Places agreed at the end of the year, or today.</summary>
    Places,

    /// <summary>Days used.</summary>
    Days,

    /// <summary>Days used, in % of theoretical days.</summary>
    Occupancy,
}

/// <summary>What one side says of a year; people under 5 are masked and their number not kept.</summary>
/// <param name="Shown">In hundredths; null when masked or not said.</param>
internal sealed record IndicatorSide(long? Shown, Mask Mask, bool IsComputed, string Comment)
{
    public static IndicatorSide? Of(IndicatorValue? value, bool countsPeople) => value is null ? null
        : countsPeople && value.Hundredths is > 0 and < Masking.Least * 100 ? new(null, Mask.Small, false, value.Comment)
        : new(value.Hundredths, Mask.None, false, value.Comment);

    public string Text(string unit = "") => Mask == Mask.None ? Hundredths.Text(Shown ?? 0, unit == "%" ? unit : "") : Masking.Alone(1).Text;
}

/// <param name="Change">Since the year before, in hundredths; null when one of the two isn't shown, or when a running year can't be compared.</param>
internal sealed record IndicatorCell(IndicatorSide? Ours, IndicatorSide? Partner, long? Change);

/// <param name="Until">Last day that the year's computed figures cover; null when nothing is computed.</param>
internal sealed record IndicatorYear(int Year, bool IsRunning, DateOnly? Until, IReadOnlyList<IndicatorCell> Cells);

/// <summary>Indicators by year and side: values entered, else those that follow from the places used.</summary>
internal sealed class IndicatorTable
{
    private IndicatorTable(IReadOnlyList<Indicator> indicators, IReadOnlyList<IndicatorYear> years) => (Indicators, Years) = (indicators, years);

    public IReadOnlyList<Indicator> Indicators { get; }

    /// <summary>Those with something to show, ascending.</summary>
    public IReadOnlyList<IndicatorYear> Years { get; }

    public bool HasPartner => Years.Any(y => y.Cells.Any(c => c.Partner is not null));
    public bool HasComputed => Years.Any(y => y.Cells.Any(c => c.Ours?.IsComputed == true));
    public bool HasMasked => Years.Any(y => y.Cells.Any(c => c.Ours?.Mask > Mask.None || c.Partner?.Mask > Mask.None));

    /// <param name="counts">Places used, by ascending date.</param>
    public static IndicatorTable Of(IEnumerable<Indicator> indicators, IReadOnlyList<(DateOnly On, int Used)> counts, AgreedPlaces agreed, DateOnly today)
    {
        var columns = indicators.OrderBy(i => i.Order).ThenBy(i => i.Id).ToList();
        var computes = columns.Any(i => MeasureOf(i.Name) != Measure.None);
        var years = columns.SelectMany(i => i.Values, (_, v) => v.Year).Concat(computes ? counts.Select(c => c.On.Year) : []).Distinct().Order().ToList();
        var rows = new List<IndicatorYear>();
        foreach (var year in years)
        {
            var last = new DateOnly(year, 12, 31) > today ? today : new DateOnly(year, 12, 31);
            var occupancy = computes ? Occupancy.Between(new DateOnly(year, 1, 1), last, counts, agreed) : null;
            var before = rows.LastOrDefault(r => r.Year == year - 1);
            rows.Add(new IndicatorYear(year, year == today.Year, occupancy?.Until, [.. columns.Select((i, n) => Cell(i, year, occupancy, agreed.On(last), before?.Cells[n], year == today.Year))]));
        }
        return new IndicatorTable(columns, rows);
    }

    public static Measure MeasureOf(string name) => Folding.Fold(name) switch
    {
        "places" => Measure.Places,
        "journees" or "journees realisees" => Measure.Days,
        "occupation" or "taux d occupation" => Measure.Occupancy,
        _ => Measure.None,
    };

    private static IndicatorCell Cell(Indicator indicator, int year, Occupancy? occupancy, int? places, IndicatorCell? before, bool isRunning)
    {
        var ours = IndicatorSide.Of(indicator.Values.FirstOrDefault(v => v.Year == year && v.IsOurs), indicator.CountsPeople)
            ?? (Computed(MeasureOf(indicator.Name), occupancy, places) is { } computed ? new IndicatorSide(computed, Mask.None, true, "") : null);
        var partner = IndicatorSide.Of(indicator.Values.FirstOrDefault(v => v.Year == year && !v.IsOurs), indicator.CountsPeople);
        // What adds up over a year can't be compared before its end; days counted, never: the first year began when the convention did.
        var isComparable = ours is not { IsComputed: true } || MeasureOf(indicator.Name) != Measure.Days;
        isComparable &= !isRunning || indicator.Unit == "%" || MeasureOf(indicator.Name) == Measure.Places;
        return new IndicatorCell(ours, partner, isComparable ? ours?.Shown - before?.Ours?.Shown : null);
    }

    private static long? Computed(Measure measure, Occupancy? occupancy, int? places) => measure switch
    {
        Measure.Places when occupancy is not null => places * 100L,
        Measure.Days => occupancy?.Used * 100,
        Measure.Occupancy when occupancy is not null => (long)Math.Round(occupancy.Rate * 100) * 100,
        _ => null,
    };
}
