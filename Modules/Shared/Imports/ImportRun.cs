using System.Text.Json;

namespace Intranet.Shared;

/// <summary>How far a run has come.</summary>
public enum ImportState { Columns = 1, Preview = 2, Done = 3, Undone = 4, Abandoned = 5 }

/// <summary>One import, from the file to its undoing.</summary>
public sealed class ImportRun : IUnaudited
{
    private ImportRun() { }

    public ImportRun(string kind, string fileName, DateTime startedAt, int? accountId, string actor)
        => (Kind, FileName, StartedAt, AccountId, Actor) = (kind, fileName.Length <= 200 ? fileName : fileName[^200..], startedAt, accountId, actor);

    public int Id { get; private set; }

    /// <summary><see cref="IImportKind.Code"/>.</summary>
    public string Kind { get; private set; } = "";
    public string FileName { get; private set; } = "";
    public string Sheet { get; set; } = "";

    /// <summary>UTC.</summary>
    public DateTime StartedAt { get; private set; }
    public int? AccountId { get; private set; }

    /// <summary>Who started it: an account's name, or the command's.</summary>
    public string Actor { get; private set; } = "";
    public ImportState State { get; set; } = ImportState.Columns;

    /// <summary>JSON list: for each column of the file, a key of the kind or null.</summary>
    public string Mapping { get; set; } = "";

    /// <summary>JSON of <see cref="Settlements"/>.</summary>
    public string Settlements { get; set; } = "";

    /// <summary>Of the plan that the preview showed; what is written must have the same.</summary>
    public string Fingerprint { get; set; } = "";

    public bool ValidOnly { get; set; }
    public int Lines { get; set; }
    public int Created { get; set; }
    public int Updated { get; set; }
    public int Unchanged { get; set; }
    public int Skipped { get; set; }

    /// <summary>Cells in error; a line may have several.</summary>
    public int Errors { get; set; }

    /// <summary>Lines in error.</summary>
    public int FaultyLines { get; set; }

    /// <summary>Lines that give or change a record, or find it as it should be.</summary>
    public int ReadyLines => Lines - FaultyLines - Skipped;

    public DateTime? DoneAt { get; set; }
    public DateTime? UndoneAt { get; set; }
    public string UndoneBy { get; set; } = "";

    /// <summary>Records removed, restored and kept by the undoing.</summary>
    public int Removed { get; set; }
    public int Restored { get; set; }
    public int Kept { get; set; }

    /// <summary>The uploaded file, until the import or one day.</summary>
    public ImportFile? File { get; set; }
    public ICollection<ImportLine> Preview { get; } = new HashSet<ImportLine>();
    public ICollection<ImportEntry> Entries { get; } = new HashSet<ImportEntry>();

    /// <summary>Writes a plan's counts.</summary>
    public void Count(ImportPlan plan)
        => (Fingerprint, Lines, Created, Updated, Unchanged, Skipped, Errors, FaultyLines)
        = (plan.Fingerprint, plan.Lines, plan.Created, plan.Updated, plan.Unchanged, plan.Skipped, plan.Issues.Count, plan.Issues.DistinctBy(i => i.Line).Count());
}

/// <summary>The bytes of an uploaded file, apart from the run so that lists don't read them.</summary>
public sealed class ImportFile(byte[] content) : IUnaudited
{
    public int RunId { get; private set; }
    public byte[] Content { get; private set; } = content;
}

/// <summary>What a line is about to do, in the order of the preview.</summary>
public enum ImportAction { Error = 1, Create = 2, Update = 3, Unchanged = 4, Skip = 5 }

/// <summary>A line of the preview; lines in error stay after the import, the others go.</summary>
public sealed class ImportLine : IUnaudited
{
    private ImportLine() { }

    public ImportLine(int runId, PlannedRecord record)
        => (RunId, Line, Action, Title, Detail, Changes) = (runId, record.Line, record.Action, Cut(record.Title, 200), Cut(record.Detail, 300), record.Changes.Count == 0 ? "" : JsonSerializer.Serialize(record.Changes));

    public ImportLine(int runId, ImportIssue issue)
        => (RunId, Line, Action, Title, Column, Key, Value, Suggestions) = (runId, issue.Line, ImportAction.Error, Cut(issue.Message, 200), Cut(issue.Column, 200), issue.Key, issue.Value, string.Join('\n', issue.Suggestions));

    public int Id { get; private set; }
    public int RunId { get; private set; }
    public int Line { get; private set; }
    public ImportAction Action { get; private set; }

    /// <summary>The record's title, or what is wrong with the line.</summary>
    public string Title { get; private set; } = "";
    public string Detail { get; private set; } = "";

    /// <summary>The header of the column at fault.</summary>
    public string Column { get; private set; } = "";

    /// <summary>The kind's column at fault.</summary>
    public string Key { get; private set; } = "";

    /// <summary>The value at fault, masked where it looked like an identity.</summary>
    public string Value { get; private set; } = "";

    /// <summary>Values that would do, one a line.</summary>
    public string Suggestions { get; private set; } = "";

    /// <summary>JSON list of <see cref="FieldChange"/>.</summary>
    public string Changes { get; private set; } = "";

    /// <summary>What an update changes.</summary>
    public IReadOnlyList<FieldChange> FieldChanges() => Changes.Length == 0 ? [] : JsonSerializer.Deserialize<List<FieldChange>>(Changes)!;

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..(length - 1)] + "…";
}

/// <summary>A row that a run wrote, with what undoing needs.</summary>
public sealed class ImportEntry : IUnaudited
{
    private ImportEntry() { }

    public ImportEntry(int runId, int line, int recordId, string entity, int rowId, string before, string after)
        => (RunId, Line, RecordId, Entity, RowId, Before, After) = (runId, line, recordId, entity, rowId, before, after);

    public int Id { get; private set; }
    public int RunId { get; private set; }
    public int Line { get; private set; }

    /// <summary>Id of the record (a subject) that the row is, or is part of. Not a foreign key: it outlives the record.</summary>
    public int RecordId { get; private set; }

    /// <summary>Class name of the row's entity.</summary>
    public string Entity { get; private set; } = "";
    public int RowId { get; private set; }

    /// <summary>JSON of the values replaced; empty when the run created the row.</summary>
    public string Before { get; private set; } = "";

    /// <summary>JSON of the values written in their place; for a created row, a digest of all its values.</summary>
    public string After { get; private set; } = "";

    /// <summary>Why undoing left the record as it is; empty when it didn't.</summary>
    public string Kept { get; set; } = "";

    /// <summary>Forgets the values, when a person is erased; the row can no longer be restored.</summary>
    public void Redact()
    {
        if (Before.Length > 0)
            Before = After = "{}";
    }
}

/// <summary>A column matched by hand, remembered for the next file with the same header.</summary>
public sealed class ImportColumnChoice : IUnaudited
{
    private ImportColumnChoice() { }

    public ImportColumnChoice(string kind, string header) => (Kind, Header) = (kind, header);

    public int Id { get; private set; }
    public string Kind { get; private set; } = "";

    /// <summary>Folded.</summary>
    public string Header { get; private set; } = "";

    /// <summary>Key of the kind's column; null when the column isn't imported.</summary>
    public string? Column { get; set; }
}
