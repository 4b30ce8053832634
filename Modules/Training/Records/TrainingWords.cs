using Intranet.Shared;

namespace Intranet.Training;

/// <summary>Hours and states of records, as people read and type them.</summary>
internal static class TrainingWords
{
    /// <summary>« 7 h », « 3 h 30 », « 45 min ».</summary>
    public static string Hours(int minutes) => minutes < 60
        ? $"{minutes}\u00a0min"
        : $"{French.Number(minutes / 60)}\u00a0h{(minutes % 60 == 0 ? "" : $"\u00a0{minutes % 60:00}")}";

    /// <summary>Hours as a box shows them: « 3,5 ».</summary>
    public static string HoursBox(int minutes) => (minutes / 60m).ToString("0.##", System.Globalization.CultureInfo.GetCultureInfo("fr-FR"));

    /// <summary>Euros as a box shows them: « 41,50 ».</summary>
    public static string EurosBox(long cents) => (cents / 100m).ToString("0.##", System.Globalization.CultureInfo.GetCultureInfo("fr-FR"));

    /// <summary>The minutes behind « 3,5 »; null when nothing was typed.</summary>
    public static int? Minutes(string? hours, string field) => Number(hours, 1_000, 60, "Indiquez un nombre d’heures de 0 à 1\u00a0000\u00a0: «\u00a07\u00a0», «\u00a03,5\u00a0».", field) is { } minutes ? (int)minutes : null;

    /// <summary>The cents behind « 41,50 »; null when nothing was typed.</summary>
    public static long? Cents(string? euros, long most, string field) => Number(euros, most, 100, $"Indiquez un montant de 0 à {French.Number(most)}\u00a0€.", field);

    public static string Look(RecordState state) => state switch
    {
        RecordState.Accepted => "is-ok",
        RecordState.Submitted => "is-info",
        RecordState.Refused => "is-bad",
        _ => "",
    };

    public static string Icon(RecordState state) => state switch
    {
        RecordState.Accepted => "circle-check",
        RecordState.Submitted => "hourglass",
        RecordState.Refused => "circle-x",
        _ => "archive",
    };

    private static long? Number(string? text, long most, int factor, string sentence, string field)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        return French.ReadNumber(text) is { } number && number >= 0 && number <= most ? (long)Math.Round(number * factor, MidpointRounding.AwayFromZero) : throw new BrokenRuleException(sentence, field);
    }
}
