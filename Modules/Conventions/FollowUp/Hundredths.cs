using Intranet.Shared;

namespace Intranet.Conventions;

/// <summary>Values of indicators and prices, kept in hundredths.</summary>
internal static class Hundredths
{
    private const decimal Most = 1_000_000_000;

    /// <summary>What was typed, to the nearest hundredth; null for an empty box.</summary>
    /// <exception cref="BrokenRuleException">It is no number, is negative, or too large.</exception>
    public static long? Read(string? text, string? field = null)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        return French.ReadNumber(text) is { } number and >= 0 and <= Most ? (long)Math.Round(number * 100, MidpointRounding.AwayFromZero)
            : throw new BrokenRuleException($"« {text.Trim()} » n’est pas un nombre. Écrivez par exemple 12 ou 87,5.", field);
    }

    /// <summary>« 87,5 », « 3 048 ».</summary>
    public static string Text(long hundredths) => French.Number(hundredths / 100m, hundredths % 100 == 0 ? 0 : hundredths % 10 == 0 ? 1 : 2);

    /// <summary>« 87,5 % », « 3 048 journées »; the unit only.</summary>
    public static string Text(long hundredths, string unit)
        => unit.Length == 0 ? Text(hundredths) : $"{Text(hundredths)}{(unit == "%" ? "\u202f" : "\u00a0")}{unit}";

    /// <summary>As a box shows it to be corrected; empty for no value.</summary>
    public static string Box(long? hundredths) => hundredths is { } value ? Text(value) : "";
}
