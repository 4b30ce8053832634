using Microsoft.EntityFrameworkCore;

namespace Intranet.Shared;

/// <summary>The one engine behind the wizard and the command: plan, write, undo.</summary>
public sealed class Importer(IntranetDb db, BusinessDay day, TimeProvider clock, IEnumerable<IImportKind> kinds)
{
    /// <summary>Files not confirmed are deleted after this time.</summary>
    public static readonly TimeSpan KeepFiles = TimeSpan.FromDays(1);

    public IReadOnlyList<IImportKind> Kinds { get; } = [.. kinds];

    /// <summary>The kind with this code, or null.</summary>
    public IImportKind? Kind(string code) => Kinds.FirstOrDefault(k => k.Code == code);

    /// <summary>Reads a file; see <see cref="ImportSheet.Read"/>.</summary>
    /// <exception cref="TableException">The file can't be read, is too big, or isn't of this kind.</exception>
    public ImportSheet Read(IImportKind kind, Stream content, string fileName, IReadOnlyList<string?>? mapping = null, Settlements? settlements = null)
        => ImportSheet.Read(kind, Kinds, content, fileName, mapping, settlements);

    /// <summary>The sentence that says so, when the header lacks columns that are needed and answers to another kind.</summary>
    public string? LooksLikeAnother(IImportKind kind, IReadOnlyList<string> header, IReadOnlyList<string?> mapping)
    {
        var missing = kind.Columns.Where(c => c.Need != ImportNeed.Optional && !mapping.Contains(c.Key)).Select(c => c.Label).ToList();
        return missing.Count > 0 && Kinds.Any(k => k.Code != kind.Code && WrongFile.Answers(k, header)) ? French.Typography(WrongFile.Sentence(kind, Kinds, header, missing)) : null;
    }

    /// <summary>What the import would do; writes nothing.</summary>
    public Task<ImportPlan> PlanAsync(IImportKind kind, ImportSheet sheet, CancellationToken cancellation) => RunAsync(kind, sheet, null, cancellation);

    /// <summary>
    /// Writes what the plan with this fingerprint says, in one transaction. When the data have moved since, nothing is written and
    /// the plan returned has another fingerprint. Null: the run was imported already.
    /// </summary>
    /// <param name="run">A new run, or one in preview.</param>
    public async Task<ImportPlan?> WriteAsync(ImportRun run, IImportKind kind, ImportSheet sheet, string fingerprint, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (run.Id == 0)
        {
            db.Add(run);
            await db.SaveChangesAsync(cancellation);
        }
        else if (await db.Set<ImportRun>().Where(r => r.Id == run.Id && r.State == ImportState.Preview).ExecuteUpdateAsync(r => r.SetProperty(x => x.State, ImportState.Done), cancellation) == 0)
        {
            return null;
        }
        var plan = await RunAsync(kind, sheet, run, cancellation);
        if (plan.Fingerprint != fingerprint)
            return plan;
        db.ChangeTracker.AutoDetectChangesEnabled = true;
        await kind.FinishAsync(db, cancellation);
        await db.SaveChangesAsync(cancellation);
        db.ChangeTracker.Clear();
        db.Entry(run).State = EntityState.Unchanged;
        run.Count(plan);
        (run.State, run.DoneAt, run.Settlements) = (ImportState.Done, clock.GetUtcNow().UtcDateTime, "");
        await db.SaveChangesAsync(cancellation);
        await db.Set<ImportFile>().Where(f => f.RunId == run.Id).ExecuteDeleteAsync(cancellation);
        await db.Set<ImportLine>().Where(l => l.RunId == run.Id && l.Action != ImportAction.Error).ExecuteDeleteAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return plan;
    }

    /// <summary>Keeps a plan as the run's preview, in place of the one before; the caller loaded the run from this context.</summary>
    public async Task KeepPreviewAsync(ImportRun run, ImportPlan plan, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await db.Set<ImportRun>().AnyAsync(r => r.Id == run.Id && r.State != ImportState.Columns && r.State != ImportState.Preview, cancellation))
            return;
        await db.Set<ImportLine>().Where(l => l.RunId == run.Id).ExecuteDeleteAsync(cancellation);
        var lines = plan.Issues.Select(i => new ImportLine(run.Id, i)).Concat(plan.Records.Concat(plan.SkippedLines).Select(r => new ImportLine(run.Id, r)));
        foreach (var batch in lines.Chunk(2000))
        {
            db.AddRange(batch.AsEnumerable());
            await db.SaveChangesAsync(cancellation);
            db.ChangeTracker.Clear();
        }
        // The run alone, not the lines that its page may have read.
        db.Entry(run).State = EntityState.Modified;
        run.Count(plan);
        run.State = ImportState.Preview;
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    /// <summary>Deletes the files and previews that nobody confirmed within a day.</summary>
    public async Task<int> DropStaleAsync(CancellationToken cancellation)
    {
        var limit = clock.GetUtcNow().UtcDateTime - KeepFiles;
        var stale = await db.Set<ImportRun>().Where(r => r.StartedAt < limit && (r.State == ImportState.Columns || r.State == ImportState.Preview)).Select(r => r.Id).ToListAsync(cancellation);
        if (stale.Count == 0)
            return 0;
        await db.Set<ImportFile>().Where(f => stale.Contains(f.RunId)).ExecuteDeleteAsync(cancellation);
        await db.Set<ImportLine>().Where(l => stale.Contains(l.RunId)).ExecuteDeleteAsync(cancellation);
        await db.Set<ImportRun>().Where(r => stale.Contains(r.Id)).ExecuteUpdateAsync(r => r.SetProperty(x => x.State, ImportState.Abandoned).SetProperty(x => x.Settlements, ""), cancellation);
        return stale.Count;
    }

    private async Task<ImportPlan> RunAsync(IImportKind kind, ImportSheet sheet, ImportRun? run, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            var import = new ImportContext(db, sheet, day.Today, run);
            await kind.PlanAsync(import, cancellation);
            await import.StageAsync(cancellation);
            return import.Plan;
        }
        finally
        {
            db.ChangeTracker.Clear();
            db.ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }
}
