using Intranet.Shared;

namespace Intranet.Contacts.Imports;

/// <summary>How people write the name of a prison that the ministry's file shouts, where it stands, what else it is called.</summary>
internal sealed record PrisonName(string Written, string? Department, IReadOnlyList<string> OtherNames)
{
    private static readonly Lazy<Dictionary<string, PrisonName>> Known = new(Load);

    /// <summary>A prison that the list doesn't know is written as well as can be guessed.</summary>
    public static PrisonName Of(string name)
        => Known.Value.TryGetValue(ImportKeys.PrisonOf(name), out var known) ? known : new PrisonName(French.TitleCase(name.Replace("ST ", "SAINT ", StringComparison.Ordinal)), null, []);

    private static Dictionary<string, PrisonName> Load()
    {
        using var stream = typeof(PrisonName).Assembly.GetManifestResourceStream("prisons.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(l => l[0] != '#')
            .Select(l => l.Split('|'))
            .ToDictionary(l => ImportKeys.PrisonOf(l[0]), l => new PrisonName(l[0], l[1], l.Length > 2 ? l[2].Split(';') : []), StringComparer.Ordinal);
    }
}
