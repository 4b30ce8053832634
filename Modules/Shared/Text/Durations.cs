using System.Globalization;
using System.Text.RegularExpressions;

namespace Intranet.Shared;

/// <summary>Durations as people say them: « 7 h », « 3 h 30 », « 45 min ».</summary>
public static partial class Durations
{
    /// <summary>With no-break spaces.</summary>
    public static string Text(int minutes)
    {
        var (hours, rest) = (minutes / 60, minutes % 60);
        return hours == 0 ? $"{rest}{Signs.NoBreak}min"
            : rest == 0 ? $"{French.Number(hours)}{Signs.NoBreak}h"
            : $"{French.Number(hours)}{Signs.NoBreak}h{Signs.NoBreak}{rest.ToString("00", CultureInfo.InvariantCulture)}";
    }

    /// <summary>Minutes in « 7 h », « 3 h 30 », « 3:30 », « 3,5 h », « 45 min », or in a number alone, which is hours.</summary>
    /// <exception cref="BrokenRuleException">It is no duration.</exception>
    public static int? Minutes(string? text, string field)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        if (Written().Match(text.Trim()) is not { Success: true } match)
            throw Unread();
        int Group(string name) => match.Groups[name] is { Success: true } group ? int.Parse(group.ValueSpan, CultureInfo.InvariantCulture) : 0;
        if (match.Groups["part"] is { Success: true } part)
            return (Group("hours") * 60) + (int)Math.Round(decimal.Parse($"0.{part.Value}", CultureInfo.InvariantCulture) * 60);
        if (match.Groups["alone"].Success)
            return Group("alone");
        return Group("minutes") < 60 ? (Group("hours") * 60) + Group("minutes") : throw Unread();

        BrokenRuleException Unread() => new("Écrivez une durée comme 7 h, 3 h 30 ou 45 min.", field);
    }

    [GeneratedRegex(@"^(?:(?<alone>\d{1,5})\s*(?:min|minutes?|mn)\.?|(?<hours>\d{1,4})[,.](?<part>\d{1,2})\s*(?:h|heures?)?|(?<hours>\d{1,4})\s*(?:(?:h|heures?|:)\s*(?:(?<minutes>\d{1,2})\s*(?:min|mn)?)?)?)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Written();
}
