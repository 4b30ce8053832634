using System.Globalization;

namespace Intranet.Experts;

/// <summary>Three months of a year.</summary>
internal readonly record struct Quarter(int Year, int Number)
{
    public DateOnly From => new(Year, (Number * 3) - 2, 1);
    public DateOnly To => From.AddMonths(3).AddDays(-1);

    /// <summary>As the address writes it: « 2026-T3 ».</summary>
    public string Code => string.Create(CultureInfo.InvariantCulture, $"{Year}-T{Number}");

    public string Label => Number == 1 ? $"1er trimestre {Year}" : $"{Number}e trimestre {Year}";

    public Quarter Previous => Number == 1 ? new(Year - 1, 4) : this with { Number = Number - 1 };

    public static Quarter Of(DateOnly day) => new(day.Year, ((day.Month - 1) / 3) + 1);

    /// <summary>Null when it isn't one, or hasn't begun.</summary>
    public static Quarter? Read(string? code, DateOnly today)
    {
        if (string.IsNullOrEmpty(code))
            return Of(today);
        if (code is not [_, _, _, _, '-', 'T', >= '1' and <= '4'] || !int.TryParse(code[..4], NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year < 2000)
            return null;
        var quarter = new Quarter(year, code[6] - '0');
        return quarter.From <= today ? quarter : null;
    }
}
