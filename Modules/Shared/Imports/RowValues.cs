using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Intranet.Shared;

/// <summary>The values of a row as undoing keeps and compares them.</summary>
internal static class RowValues
{
    public static string ToJson(IEnumerable<(string Name, object? Value)> values) => JsonSerializer.Serialize(values.ToDictionary(v => v.Name, v => v.Value));

    public static Dictionary<string, JsonElement> Parse(string json) => JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(json) ?? [];

    public static object? Read(JsonElement value, IReadOnlyProperty property) => value.Deserialize(property.ClrType);

    /// <summary>A digest of all values but the version, the same as long as nobody edited the row.</summary>
    public static string Digest(EntityEntry entry)
    {
        var text = new StringBuilder();
        foreach (var property in entry.Properties.OrderBy(p => p.Metadata.Name, StringComparer.Ordinal).Where(p => p.Metadata.Name != nameof(IVersioned.Version)))
            text.Append(property.Metadata.Name).Append('=').Append(Invariant(property.CurrentValue)).Append('\n');
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..16];
    }

    private static string Invariant(object? value) => value switch
    {
        null => "",
        DateTime time => time.Ticks.ToString(CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
