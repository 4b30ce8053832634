namespace Intranet.Shared;

/// <summary>A kind of file that the import engine accepts, through the wizard and the command alike.</summary>
public interface IImportKind
{
    /// <summary>Its word on the command line: <c>import spip file.csv</c>.</summary>
    string Code { get; }

    /// <summary>Its French name in the wizard ("SPIP et antennes").</summary>
    string Label { get; }

    /// <summary>One sentence on what the file holds and where it comes from.</summary>
    string Description { get; }

    /// <summary>What its records are called, in the singular and the plural ("partenaire", "partenaires").</summary>
    (string One, string Many) Records { get; }

    IReadOnlyList<ImportColumn> Columns { get; }

    /// <summary>Who may run it.</summary>
    Permission Needs => Permission.Import;

    /// <summary>
    /// Makes the records say what the lines say: loads those that exist, adds the new ones, and hands each to
    /// <see cref="ImportContext.Record"/>. Never saves: the preview and the import run this same code, and the engine reads from the
    /// change tracker what would change.
    /// </summary>
    Task PlanAsync(ImportContext import, CancellationToken cancellation);

    /// <summary>What follows from the import without being counted (links found at last), in its transaction.</summary>
    Task FinishAsync(IntranetDb db, CancellationToken cancellation) => Task.CompletedTask;
}

/// <summary>A kind of file that can be written; where a kind of import has the same code, the file can be imported again.</summary>
public interface IExportKind
{
    /// <summary>Its word on the command line: <c>export partners file.xlsx</c>.</summary>
    string Code { get; }

    /// <summary>Its French name, also the workbook's title.</summary>
    string Label { get; }

    IReadOnlyList<string> Headers { get; }

    /// <summary>One array of values a line, in the headers' order.</summary>
    Task<IReadOnlyList<object?[]>> RowsAsync(IntranetDb db, CancellationToken cancellation);
}

/// <summary>How a column's cells are read.</summary>
public enum ImportType { Text, Date, Number }

/// <summary>What a column must hold.</summary>
public enum ImportNeed
{
    /// <summary>The column may be missing.</summary>
    Optional,

    /// <summary>The file must have the column; its cells may be empty.</summary>
    Column,

    /// <summary>Each line must have a value.</summary>
    Value,
}

/// <summary>A column that a kind knows.</summary>
/// <param name="Key">Used in code; also recognised as a header.</param>
/// <param name="Label">French name: the header of the blank template and of exports.</param>
/// <param name="Names">Other headers recognised, compared folded.</param>
public sealed record ImportColumn(string Key, string Label, params string[] Names)
{
    public ImportType Type { get; init; }
    public ImportNeed Need { get; init; }

    /// <summary>A value for the template's example line.</summary>
    public string Example { get; init; } = "";

    /// <summary>Longest text kept, in characters.</summary>
    public int MaxLength { get; init; } = 200;

    /// <summary>Words that stand for an empty cell ("NC", "Néant"), compared folded.</summary>
    public IReadOnlyList<string> Blank { get; init; } = [];

    /// <summary>The kind that the header is recognised as, whatever its case, accents and punctuation.</summary>
    public bool Recognises(string header)
    {
        var folded = Folding.Fold(header);
        return folded.Length > 0 && (folded == Folding.Fold(Label) || folded == Folding.Fold(Key) || Names.Any(n => Folding.Fold(n) == folded));
    }
}
