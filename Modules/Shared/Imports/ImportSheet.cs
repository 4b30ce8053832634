using System.Globalization;

namespace Intranet.Shared;

/// <summary>A file read for one kind: its columns matched, its valid lines, and what is wrong with the others.</summary>
public sealed class ImportSheet
{
    private readonly List<ImportRow> rows = [];
    private readonly List<ImportIssue> issues = [];

    private ImportSheet(IReadOnlyList<string> header, string? sheet, int headerLine, IReadOnlyList<string?> mapping)
        => (Header, Sheet, HeaderLine, Mapping) = (header, sheet, headerLine, mapping);

    public IReadOnlyList<string> Header { get; }

    /// <summary>Name of the workbook's sheet; null for CSV.</summary>
    public string? Sheet { get; }
    public int HeaderLine { get; }

    /// <summary>For each column of the file, the key of the kind's column, or null when it isn't imported.</summary>
    public IReadOnlyList<string?> Mapping { get; }

    /// <summary>Lines read, valid or not; those settled as "not imported" count among the skipped.</summary>
    public int Lines { get; private set; }

    public IReadOnlyList<ImportRow> Rows => rows;
    public IReadOnlyList<ImportIssue> Issues => issues;

    /// <summary>Lines that a person chose not to import.</summary>
    public List<int> LeftOut { get; } = [];

    /// <summary>Matches a header to the kind's columns by their names, then by what was chosen before for the same header.</summary>
    public static IReadOnlyList<string?> Match(IImportKind kind, IReadOnlyList<string> header, IReadOnlyDictionary<string, string?>? remembered = null)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var mapping = new string?[header.Count];
        for (var i = 0; i < mapping.Length; i++)
        {
            var key = remembered is not null && remembered.TryGetValue(Folding.Fold(header[i]), out var chosen)
                ? chosen
                : kind.Columns.FirstOrDefault(c => c.Recognises(header[i]) && !taken.Contains(c.Key))?.Key;
            mapping[i] = key is not null && taken.Add(key) ? key : null;
        }
        return mapping;
    }

    /// <summary>Reads the whole file, a line at a time; only the matched cells are kept.</summary>
    /// <param name="mapping">Given by a person; null matches by itself.</param>
    /// <param name="settlements">What a person decided for lines in error.</param>
    /// <exception cref="TableException">The file can't be read, is too big, or isn't of this kind.</exception>
    public static ImportSheet Read(IImportKind kind, IEnumerable<IImportKind> others, Stream content, string fileName, IReadOnlyList<string?>? mapping = null, Settlements? settlements = null)
    {
        using var table = TableReader.Open(content, fileName);
        mapping ??= Match(kind, table.Header);
        var missing = kind.Columns.Where(c => c.Need != ImportNeed.Optional && !mapping.Contains(c.Key)).Select(c => c.Label).ToList();
        if (missing.Count > 0)
            throw new TableException(WrongFile.Sentence(kind, others, table.Header, missing), table.HeaderLine);
        var sheet = new ImportSheet(table.Header, table.Sheet, table.HeaderLine, mapping);
        var columns = mapping.Select((key, index) => (Column: kind.Columns.FirstOrDefault(c => c.Key == key), Index: index)).Where(c => c.Column is not null).ToList();
        foreach (var row in table.Rows)
        {
            sheet.Lines++;
            var choice = settlements?.Of(row.Line);
            if (choice is { LeaveOut: true })
            {
                sheet.LeftOut.Add(row.Line);
                continue;
            }
            var values = new Dictionary<string, object>(columns.Count, StringComparer.Ordinal);
            var valid = true;
            foreach (var (column, index) in columns)
            {
                var corrected = choice?.Values.GetValueOrDefault(column!.Key);
                var text = corrected ?? row.Text(index);
                if (Problem(column!, text, corrected is null ? row : null, index, values) is not { } message)
                    continue;
                valid = false;
                sheet.issues.Add(new ImportIssue(row.Line, table.Header[index], column!.Key, Masked(text), message));
            }
            if (valid)
                sheet.rows.Add(new ImportRow(row.Line, values));
        }
        if (sheet.Lines == 0)
            throw new TableException("Ce fichier n’a que sa ligne d’en-tête : il n’y a rien à importer.", table.HeaderLine);
        return sheet;
    }

    private static string? Problem(ImportColumn column, string text, TableRow? row, int index, Dictionary<string, object> values)
    {
        if (text.Length > 0 && column.Blank.Count > 0 && column.Blank.Any(b => Folding.Fold(b) == Folding.Fold(text)))
            text = "";
        if (text.Length == 0)
            return column.Need == ImportNeed.Value ? French.Typography($"La colonne « {column.Label} » est obligatoire : indiquez une valeur.") : null;
        switch (column.Type)
        {
            case ImportType.Date:
                var day = row is null ? TableValues.Date(text) : row.Date(index);
                if (day is null)
                    return "Cette date n’existe pas ou n’est pas lisible. Écrivez-la jj/mm/aaaa.";
                values[column.Key] = day.Value;
                return null;
            case ImportType.Number:
                var number = row is null ? (int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var n) ? n : null) : row.Number(index);
                if (number is null or < 0 or > 10_000_000)
                    return "Cette valeur n’est pas un nombre entier.";
                values[column.Key] = (int)number.Value;
                return null;
            default:
                if (text.Length > column.MaxLength)
                    return French.Typography($"Ce texte est trop long : {column.MaxLength} caractères au plus.");
                if (IdentityGuard.Find(text) is { } finding)
                    return finding.Sentence;
                values[column.Key] = text;
                return null;
        }
    }

    /// <summary>The value as reports show it: where it looks like an identity, names and figures around it are masked too.</summary>
    internal static string Masked(string text) => IdentityGuard.Find(text) is { } finding ? Shorten(finding.Masked) : Shorten(text);

    internal static string Shorten(string text) => text.Length <= 120 ? text : text[..119] + "…";
}
