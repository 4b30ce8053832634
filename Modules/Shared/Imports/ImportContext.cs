using Microsoft.EntityFrameworkCore;

namespace Intranet.Shared;

/// <summary>What a kind works with: the valid lines, the database, and where to hand its records.</summary>
public sealed class ImportContext
{
    private readonly ImportSheet sheet;
    private readonly ImportRun? run;
    private readonly OrderedDictionary<AggregateRoot, (int Line, string? Detail)> pending = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<AggregateRoot, int> foreseen = new(ReferenceEqualityComparer.Instance);
    private readonly TrackedChanges changes;

    internal ImportContext(IntranetDb db, ImportSheet sheet, DateOnly today, ImportRun? run)
    {
        (Db, this.sheet, Today, this.run) = (db, sheet, today, run);
        changes = new TrackedChanges(db);
        Plan = new ImportPlan { Lines = sheet.Lines };
        foreach (var issue in sheet.Issues)
            Plan.Refuse(issue);
        foreach (var line in sheet.LeftOut)
            Plan.Skip(line, $"Ligne {line}", "Ligne laissée de côté par choix.");
    }

    public IntranetDb Db { get; }
    public DateOnly Today { get; }

    /// <summary>The lines whose cells are all valid.</summary>
    public IReadOnlyList<ImportRow> Rows => sheet.Rows;

    internal ImportPlan Plan { get; }

    /// <summary>Hands over a record that this line speaks of, new or loaded with its subject and the parts that may change.</summary>
    /// <param name="detail">A second line for the preview; the record's own when null.</param>
    public void Record(int line, AggregateRoot record, string? detail = null)
    {
        if (Db.Entry(record).State == EntityState.Detached)
            Db.Add(record);
        pending.TryAdd(record, (line, detail));
    }

    /// <summary>The line needs nothing: it says why.</summary>
    public void Skip(int line, string title, string reason) => Plan.Skip(line, title, reason);

    /// <summary>The line can't be imported.</summary>
    /// <param name="key">The kind's column at fault.</param>
    /// <param name="suggestions">Values that would do, best first.</param>
    public void Refuse(ImportRow row, string key, string message, params IReadOnlyList<string> suggestions)
    {
        var index = sheet.Mapping.ToList().IndexOf(key);
        var value = ImportSheet.Masked(Shown(row, key));
        Plan.Refuse(new ImportIssue(row.Line, index < 0 ? key : sheet.Header[index], key, value, French.Typography(message)) { Suggestions = suggestions });
    }

    /// <summary>The id of a record handed over, even when it doesn't have its own yet (in a preview).</summary>
    public int IdOf(AggregateRoot record)
        => record.Id != 0 ? record.Id : foreseen.TryGetValue(record, out var id) ? id : (int)Db.Entry(record).Property(nameof(AggregateRoot.Id)).CurrentValue!;

    /// <summary>
    /// Ends a batch: its changes enter the plan and, in an import, the database; the context is emptied.
    /// Records that later ones refer to are handed over in an earlier batch.
    /// </summary>
    public async Task StageAsync(CancellationToken cancellation)
    {
        Db.ChangeTracker.DetectChanges();
        var rows = await changes.ReadAsync(pending.Keys, cancellation);
        foreach (var (record, (line, detail)) in pending)
        {
            var own = rows.GetValueOrDefault(record) ?? [];
            var action = Db.Entry(record).State == EntityState.Added ? ImportAction.Create : own.Count > 0 ? ImportAction.Update : ImportAction.Unchanged;
            var facts = record.Describe();
            Plan.Add(new PlannedRecord(line, action, facts.Title, detail ?? facts.Detail ?? "", action == ImportAction.Update ? [.. own.SelectMany(r => r.Shown)] : []));
            foreseen[record] = IdOf(record);
            changes.Name(IdOf(record), facts.Title);
        }
        if (run is not null && rows.Count > 0)
        {
            await Db.SaveChangesAsync(cancellation);
            foreach (var (record, own) in rows)
            {
                changes.Name(record.Id, record.Describe().Title);
                Db.AddRange(own.Select(r => r.ToEntry(run.Id, pending[record].Line, record.Id)));
            }
            await Db.SaveChangesAsync(cancellation);
        }
        pending.Clear();
        Db.ChangeTracker.Clear();
    }

    private static string Shown(ImportRow row, string key)
        => row.Date(key) is { } day ? French.Date(day) : row.Number(key)?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? row.Text(key);
}
