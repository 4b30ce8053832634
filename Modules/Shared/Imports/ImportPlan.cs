using System.Security.Cryptography;
using System.Text;

namespace Intranet.Shared;

/// <summary>One field, before and after, as a person reads it.</summary>
public sealed record FieldChange(string Field, string Before, string After);

/// <summary>A record that the import creates, changes or finds as it should be.</summary>
public sealed record PlannedRecord(int Line, ImportAction Action, string Title, string Detail, IReadOnlyList<FieldChange> Changes);

/// <summary>What an import does, line by line; the preview shows it, the import follows it.</summary>
public sealed class ImportPlan
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly List<PlannedRecord> records = [];
    private readonly List<PlannedRecord> skipped = [];
    private readonly List<ImportIssue> issues = [];
    private string? fingerprint;

    /// <summary>Lines read in the file.</summary>
    public int Lines { get; internal init; }

    public IReadOnlyList<PlannedRecord> Records => records;
    public IReadOnlyList<PlannedRecord> SkippedLines => skipped;
    public IReadOnlyList<ImportIssue> Issues => issues;

    public int Created { get; private set; }
    public int Updated { get; private set; }
    public int Unchanged { get; private set; }
    public int Skipped => skipped.Count;

    /// <summary>Two plans with the same fingerprint do the same.</summary>
    public string Fingerprint => fingerprint ??= Convert.ToHexString(hash.GetHashAndReset());

    internal void Add(PlannedRecord record)
    {
        records.Add(record);
        switch (record.Action)
        {
            case ImportAction.Create: Created++; break;
            case ImportAction.Update: Updated++; break;
            case ImportAction.Unchanged: Unchanged++; break;
            default: throw new ArgumentOutOfRangeException(nameof(record), record.Action, "Not a record's action.");
        }
        Hash($"{record.Line}\n{record.Action}\n{record.Title}\n");
        foreach (var change in record.Changes)
            Hash($"{change.Field}\n{change.Before}\n{change.After}\n");
    }

    internal void Skip(int line, string title, string reason)
    {
        skipped.Add(new PlannedRecord(line, ImportAction.Skip, title, reason, []));
        Hash($"{line}\nskip\n{reason}\n");
    }

    internal void Refuse(ImportIssue issue)
    {
        issues.Add(issue);
        Hash($"{issue.Line}\nerror\n{issue.Message}\n");
    }

    private void Hash(string text) => hash.AppendData(Encoding.UTF8.GetBytes(text));
}
