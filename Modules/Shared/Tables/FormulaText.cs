namespace Intranet.Shared;

/// <summary>Texts that a spreadsheet would run as a formula (OWASP, « CSV injection »).</summary>
internal static class FormulaText
{
    internal static bool IsRisky(string text) => text.Length > 0 && text[0] is ('=' or '+' or '-' or '@' or '\t' or '\r');
}
