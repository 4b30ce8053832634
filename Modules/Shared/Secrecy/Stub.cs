namespace Intranet.Shared;
public static class IdentityGuard { public static void Refuse(string? t, string f) { } }
public sealed class IdentityRefusedException : Exception { public string Field => ""; }
public sealed record Column<T>(string Header, Func<T, object?> Value, double Width = 20);
public static class Workbook { public static void Write<T>(Stream s, string title, IReadOnlyList<Column<T>> columns, IEnumerable<T> rows, string? note = null) { } }
public static class TableWriter { public const string XlsxType = ""; public static string FileName(string t, DateOnly d, string e) => t; }
