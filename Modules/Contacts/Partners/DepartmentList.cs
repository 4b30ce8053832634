using Intranet.Shared;

namespace Intranet.Contacts;

/// <summary>Several département codes in one column: "|93|75|".</summary>
public static class DepartmentList
{
    /// <summary>The column's form; empty for no code.</summary>
    public static string Join(IEnumerable<string> codes)
    {
        var list = codes.Select(c => c.Trim().ToUpperInvariant()).Where(c => c.Length > 0).Distinct().Order(StringComparer.Ordinal).ToList();
        return list.Count == 0 ? "" : $"|{string.Join('|', list)}|";
    }

    public static IReadOnlyList<string> Split(string joined) => joined.Split('|', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Codes and names, for search: "93 Seine-Saint-Denis".</summary>
    public static string Names(string joined) => string.Join(' ', Split(joined).Select(c => $"{c} {Departements.NameOf(c)}"));

    /// <summary>What a LIKE looks for to find one code.</summary>
    public static string Pattern(string code) => $"%|{code}|%";
}
