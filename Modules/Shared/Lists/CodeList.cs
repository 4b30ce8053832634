namespace Intranet.Shared;

/// <summary>Several codes in one column, each between bars ("|PE|DDSE|"), so that one LIKE finds one code.</summary>
public static class CodeList
{
    /// <summary>The column's form; empty for no code. Keeps the order, drops doubles.</summary>
    public static string Join(IEnumerable<string> codes)
    {
        var list = codes.Select(c => c.Trim()).Where(c => c.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return list.Count == 0 ? "" : $"|{string.Join('|', list)}|";
    }

    /// <summary>The codes of a column.</summary>
    public static IReadOnlyList<string> Split(string joined) => joined.Split('|', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The codes of a column, for a sentence: "PE, DDSE".</summary>
    public static string Text(string joined) => string.Join(", ", Split(joined));

    /// <summary>What a LIKE looks for to find one code.</summary>
    public static string Pattern(string code) => $"%|{code}|%";
}
