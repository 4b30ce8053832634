namespace Intranet.Shared;

/// <summary>A public holiday.</summary>
/// <param name="Day">The day.</param>
/// <param name="Name">Its French name.</param>
public sealed record Holiday(DateOnly Day, string Name);

/// <summary>
/// Public holidays: code du travail, art. L. 3133-1 (the eleven), L. 3134-13 (Alsace and Moselle) and L. 3422-2
/// (commemoration of the abolition of slavery overseas).
/// </summary>
public static class FrenchHolidays
{
    /// <summary>Easter Sunday of the Gregorian calendar (algorithm of Meeus, Jones and Butcher).</summary>
    /// <param name="year">1583 to 9999.</param>
    /// <exception cref="ArgumentOutOfRangeException">The year is before the Gregorian calendar or beyond 9999.</exception>
    public static DateOnly Easter(int year)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 1583);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 9999);
        var (a, b, c) = (year % 19, year / 100, year % 100);
        var g = (8 * b + 13) / 25;
        var h = (19 * a + b - b / 4 - g + 15) % 30;
        var l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        var m = (a + 11 * h + 19 * l) / 433;
        var n = (h + l - 7 * m + 90) / 25;
        return new DateOnly(year, n, (h + l - 7 * m + 33 * n + 19) % 32);
    }

    /// <summary>The holidays of a year, by date.</summary>
    /// <param name="year">1583 to 9999.</param>
    /// <param name="departement">A département's code, for its own days; without it, the national days only.</param>
    public static IReadOnlyList<Holiday> Of(int year, string? departement = null)
    {
        var easter = Easter(year);
        return [.. National(year, easter).Concat(Local(year, easter, departement)).OrderBy(h => h.Day)];
    }

    /// <summary>Whether a day is a public holiday.</summary>
    public static bool IsHoliday(DateOnly day, string? departement = null) => NameOf(day, departement) is not null;

    /// <summary>The French name of the holiday that falls on a day, or <see langword="null"/>.</summary>
    public static string? NameOf(DateOnly day, string? departement = null) =>
        Of(day.Year, departement).FirstOrDefault(h => h.Day == day)?.Name;

    private static IEnumerable<Holiday> National(int year, DateOnly easter) =>
    [
        new(new(year, 1, 1), "Jour de l’An"),
        new(easter.AddDays(1), "Lundi de Pâques"),
        new(new(year, 5, 1), "Fête du Travail"),
        new(new(year, 5, 8), "Victoire de 1945"),
        new(easter.AddDays(39), "Ascension"),
        new(easter.AddDays(50), "Lundi de Pentecôte"),
        new(new(year, 7, 14), "Fête nationale"),
        new(new(year, 8, 15), "Assomption"),
        new(new(year, 11, 1), "Toussaint"),
        new(new(year, 11, 11), "Armistice de 1918"),
        new(new(year, 12, 25), "Noël"),
    ];

    private static IEnumerable<Holiday> Local(int year, DateOnly easter, string? departement)
    {
        const string abolition = "Abolition de l’esclavage";
        return departement switch
        {
            "57" or "67" or "68" =>
                [new(easter.AddDays(-2), "Vendredi saint"), new(new(year, 12, 26), "Saint-Étienne")],
            "971" => [new(new(year, 5, 27), abolition)],
            "972" => [new(new(year, 5, 22), abolition)],
            "973" => [new(new(year, 6, 10), abolition)],
            "974" => [new(new(year, 12, 20), abolition)],
            "976" => [new(new(year, 4, 27), abolition)],
            "977" => [new(new(year, 10, 9), abolition)],
            "978" => [new(new(year, 5, 28), abolition)],
            _ => [],
        };
    }
}
