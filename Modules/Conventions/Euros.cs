using System.Globalization;
using Intranet.Shared;

namespace Intranet.Conventions;

/// <summary>Prices as people type them: « 41,50 », with a comma or a point.</summary>
internal static class Euros
{
    /// <summary>« 41,50 »; null for none.</summary>
    public static string? Text(long? cents) => cents is { } price ? (price / 100m).ToString("0.00", CultureInfo.GetCultureInfo("fr-FR")) : null;

    /// <exception cref="BrokenRuleException">It isn't a price to the cent.</exception>
    public static long? Cents(string? text, string field)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var plain = string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c != '€')).Replace(',', '.');
        return decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var price) && price < 100_000 && decimal.Truncate(price * 100) == price * 100
            ? (long)(price * 100)
            : throw new BrokenRuleException("Écrivez un prix en euros et centimes, comme 41,50.", field);
    }
}
