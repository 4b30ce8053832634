using System.Globalization;

namespace Intranet.Shared;

/// <summary>Texts for people, in French, whatever the culture of the server.</summary>
public static partial class French
{
    private const int LongestDelayInDays = 60;
    private const int LongestDelayInMonths = 24;
    private const double DaysOfMonth = 365.25 / 12;

    private static readonly string[] Days = ["dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"];

    private static readonly string[] Months =
    [
        "janvier", "février", "mars", "avril", "mai", "juin",
        "juillet", "août", "septembre", "octobre", "novembre", "décembre",
    ];

    private static readonly string[] ShortMonths = ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."];

    /// <summary>« 30/11/2026 ».</summary>
    public static string Date(DateOnly day) => day.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture);

    /// <summary>« lundi 30 novembre 2026 », and « 1er » for the first.</summary>
    public static string LongDate(DateOnly day) =>
        $"{Days[(int)day.DayOfWeek]} {(day.Day == 1 ? "1er" : Invariant(day.Day))} {Month(day)}";

    /// <summary>« novembre 2026 ».</summary>
    public static string Month(DateOnly day) => $"{Months[day.Month - 1]} {Invariant(day.Year)}";

    /// <summary>« févr. »: the usual abbreviation, for charts.</summary>
    public static string ShortMonth(DateOnly day) => ShortMonths[day.Month - 1];

    /// <summary>« aujourd’hui », « demain », « dans 9 jours », « il y a 3 mois »: days up to 60, months up to 24, then years.</summary>
    /// <param name="date">The day spoken of.</param>
    /// <param name="today">The business day.</param>
    public static string Delay(DateOnly date, DateOnly today) => (date.DayNumber - today.DayNumber) switch
    {
        0 => "aujourd’hui",
        1 => "demain",
        -1 => "hier",
        > 0 and var days => $"dans {Length(days)}",
        var days => $"il y a {Length(-days)}",
    };

    /// <summary>« en retard de 19 jours », or an empty text while the day is not over.</summary>
    public static string Lateness(DateOnly due, DateOnly today) =>
        today > due ? $"en retard de {Length(today.DayNumber - due.DayNumber)}" : "";

    /// <summary>« depuis 19 jours », « depuis hier », « depuis aujourd’hui »; for a day to come, « à partir du 30/11/2026 ».</summary>
    public static string Since(DateOnly date, DateOnly today) => (today.DayNumber - date.DayNumber) switch
    {
        < 0 => $"à partir du {Date(date)}",
        0 => "depuis aujourd’hui",
        1 => "depuis hier",
        var days => $"depuis {Length(days)}",
    };

    /// <summary>« 30/11/2026, dans 9 jours ».</summary>
    public static string DateAndDelay(DateOnly date, DateOnly today) => $"{Date(date)}, {Delay(date, today)}";

    /// <summary>« 14 h 30 », « 9 h », with no-break spaces.</summary>
    public static string Time(TimeOnly time)
    {
        var hour = $"{Invariant(time.Hour)}{Signs.NoBreak}h";
        return time.Minute == 0 ? hour : $"{hour}{Signs.NoBreak}{time.Minute.ToString("00", CultureInfo.InvariantCulture)}";
    }

    /// <summary>« 30/11/2026 à 14 h 30 », by the clocks of Paris.</summary>
    /// <param name="utc">An instant in UTC; a value without kind, as a database gives it, is taken as UTC.</param>
    /// <exception cref="ArgumentException">The value is of the server's local time.</exception>
    public static string DateTime(System.DateTime utc)
    {
        var paris = Paris.ToParis(utc);
        return $"{Date(DateOnly.FromDateTime(paris))} à {Time(TimeOnly.FromDateTime(paris))}";
    }

    private static string Length(int days)
    {
        if (days <= LongestDelayInDays)
            return Count(days, "jour");

        var months = (int)Math.Round(days / DaysOfMonth, MidpointRounding.AwayFromZero);
        return months < LongestDelayInMonths
            ? $"{Number(months)} mois"
            : Count((int)Math.Round(days / (DaysOfMonth * 12), MidpointRounding.AwayFromZero), "an");
    }

    private static string Invariant(int number) => number.ToString(CultureInfo.InvariantCulture);
}
