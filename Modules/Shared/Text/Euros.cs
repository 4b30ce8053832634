using System.Globalization;

namespace Intranet.Shared;

/// <summary>Prices as people type them: « 41,50 », with a comma or a point.</summary>
public static class Euros
{
    /// <summary>« 41,50 »; null for none.</summary>
    public static string? Text(long? cents) => cents is { } price ? (price / 100m).ToString("0.00", CultureInfo.GetCultureInfo("fr-FR")) : null;

    /// <param name="most">In euros; the price is below.</param>
    /// <exception cref="BrokenRuleException">It isn't a price to the cent.</exception>
    public static long? Cents(string? text, string field, int most = 100_000)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var plain = string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c != '€')).Replace(',', '.');
        return decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var price) && price < most && decimal.Truncate(price * 100) == price * 100
            ? (long)(price * 100)
            : throw new BrokenRuleException("Écrivez un prix en euros et centimes, comme 41,50.", field);
    }
}
