using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Intranet.Shared;

/// <summary>
/// Undoes a whole run, whenever: created records are removed unless edited or referred to since, updated ones get their values back
/// unless those were edited since. What is kept is listed with its reason.
/// </summary>
public sealed class ImportUndo(IntranetDb db, TimeProvider clock)
{
    private const string Edited = "modifiée depuis l’import";
    private const int Batch = 500;

    /// <summary>False when the run isn't there to be undone (twice clicked, never imported).</summary>
    public async Task<bool> RunAsync(int runId, string by, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await db.Set<ImportRun>().Where(r => r.Id == runId && r.State == ImportState.Done).ExecuteUpdateAsync(r => r.SetProperty(x => x.State, ImportState.Undone), cancellation) == 0)
            return false;
        var entries = await db.Set<ImportEntry>().AsNoTracking().Where(e => e.RunId == runId).OrderBy(e => e.Id).ToListAsync(cancellation);
        var records = entries.GroupBy(e => e.RecordId).Select(g => new UndoRecord(g.Key, [.. g], IsCreated(g))).ToList();
        foreach (var batch in records.Chunk(Batch))
            await CheckAsync(batch, cancellation);
        await new UndoReferences(db).KeepReferredAsync(records, cancellation);

        var restored = records.Where(r => !r.IsCreated && r.Kept is null).ToList();
        foreach (var batch in restored.Chunk(Batch))
            await RestoreAsync(batch, cancellation);
        var removed = records.Where(r => r.IsCreated && r.Kept is null).OrderByDescending(r => r.Id).ToList();
        await RemoveAsync(removed, cancellation);

        var kept = records.Where(r => r.Kept is not null).ToList();
        foreach (var record in kept)
            await db.Set<ImportEntry>().Where(e => e.RunId == runId && e.RecordId == record.Id).ExecuteUpdateAsync(e => e.SetProperty(x => x.Kept, record.Kept), cancellation);
        var run = await db.Set<ImportRun>().SingleAsync(r => r.Id == runId, cancellation);
        (run.UndoneAt, run.UndoneBy, run.Removed, run.Restored, run.Kept) = (clock.GetUtcNow().UtcDateTime, by, removed.Count, restored.Count, kept.Count);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }

    private bool IsCreated(IEnumerable<ImportEntry> entries)
        => entries.Any(e => e.Before.Length == 0 && typeof(AggregateRoot).IsAssignableFrom(RowSet.Type(db, e.Entity)));

    /// <summary>Keeps the records whose rows aren't as the run left them.</summary>
    private async Task CheckAsync(UndoRecord[] batch, CancellationToken cancellation)
    {
        var rows = await RowSet.LoadAsync(db, batch.SelectMany(r => r.Entries), tracked: false, cancellation);
        foreach (var record in batch)
        {
            if (record.Entries.Any(e => !rows.TryGetValue((e.Entity, e.RowId), out var row) || !IsAsWritten(db.Entry(row), e)))
                record.Kept = Edited;
        }
        db.ChangeTracker.Clear();
    }

    private static bool IsAsWritten(EntityEntry row, ImportEntry entry)
        => entry.Before.Length == 0
        ? RowValues.Digest(row) == entry.After
        : RowValues.Parse(entry.After).All(v => Equals(row.Property(v.Key).CurrentValue, RowValues.Read(v.Value, row.Property(v.Key).Metadata)));

    private async Task RestoreAsync(UndoRecord[] batch, CancellationToken cancellation)
    {
        var rows = await RowSet.LoadAsync(db, batch.SelectMany(r => r.Entries), tracked: true, cancellation);
        foreach (var entry in batch.SelectMany(r => r.Entries))
        {
            var row = db.Entry(rows[(entry.Entity, entry.RowId)]);
            if (entry.Before.Length == 0)
            {
                db.Remove(row.Entity);
                continue;
            }
            foreach (var (name, value) in RowValues.Parse(entry.Before))
                row.Property(name).CurrentValue = RowValues.Read(value, row.Property(name).Metadata);
        }
        await db.SaveChangesAsync(cancellation);
        db.ChangeTracker.Clear();
    }

    /// <summary>Parts first, then the records, the last created first: nothing refers to a row when it goes.</summary>
    private async Task RemoveAsync(List<UndoRecord> records, CancellationToken cancellation)
    {
        foreach (var parts in new[] { true, false })
        {
            foreach (var batch in records.Chunk(Batch))
            {
                var ids = batch.Select(r => r.Id).ToList();
                if (parts)
                    await db.SubjectLinks.Where(l => l.Role == LinkRole.Territory && ids.Contains(l.ToId)).ExecuteDeleteAsync(cancellation);
                var rows = await RowSet.LoadAsync(db, batch.SelectMany(r => r.Entries).Where(e => typeof(AggregateRoot).IsAssignableFrom(RowSet.Type(db, e.Entity)) != parts), tracked: true, cancellation);
                db.RemoveRange(rows.Values);
                await db.SaveChangesAsync(cancellation);
                db.ChangeTracker.Clear();
                if (parts)
                    continue;
                await db.AuditEntries.Where(a => ids.Contains(a.SubjectId!.Value)).ExecuteUpdateAsync(a => a.SetProperty(x => x.SubjectId, (int?)null), cancellation);
                db.RemoveRange(await db.Subjects.Where(s => ids.Contains(s.Id)).ToListAsync(cancellation));
                await db.SaveChangesAsync(cancellation);
                db.ChangeTracker.Clear();
            }
        }
    }
}

/// <summary>A record that the run created or changed, with the rows written.</summary>
internal sealed class UndoRecord(int id, IReadOnlyList<ImportEntry> entries, bool isCreated)
{
    public int Id { get; } = id;
    public IReadOnlyList<ImportEntry> Entries { get; } = entries;
    public bool IsCreated { get; } = isCreated;

    /// <summary>Why it stays as it is, if it does.</summary>
    public string? Kept { get; set; }
}
