using Microsoft.EntityFrameworkCore;

namespace Intranet.Shared;

/// <summary>
/// Facts of the day, read once and kept until something that they are read from is saved: rules over many facts, which each page, filter and count
/// would otherwise ask of the database again. The history's last entry tells whether anything was saved, by whichever process; what it doesn't tell
/// (a list's label) waits a minute at most. They are everybody's: who may see which is asked of the database, at each reading.
/// </summary>
public abstract class Board<T>(TimeProvider clock) : IDisposable
    where T : class
{
    private static readonly TimeSpan Age = TimeSpan.FromMinutes(1);
    private readonly SemaphoreSlim reading = new(1);
    private Kept? kept;

    /// <summary>One command when nothing of it was saved since, else those of <see cref="FactsAsync"/> too.</summary>
    public async Task<T> ReadAsync(IntranetDb db, DateOnly today, CancellationToken cancellation)
    {
        var last = await LastAsync(db, kept is { } known && Holds(known, today, known.Last) ? known.Last : null, cancellation);
        if (Holds(kept, today, last))
            return kept!.Facts;
        await reading.WaitAsync(cancellation);
        try
        {
            if (!Holds(kept, today, last))
                kept = new(today, last, clock.GetUtcNow(), await FactsAsync(db, today, kept?.Today == today ? kept.Facts : null, cancellation));
            return kept!.Facts;
        }
        finally
        {
            reading.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        reading.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Names of the classes that it is read from: other saves leave it as it is. Null when any save makes it old.</summary>
    protected virtual IReadOnlyCollection<string>? Sources => null;

    /// <summary>Reads the facts from the database.</summary>
    /// <param name="known">Those of the same day that were kept until now.</param>
    protected abstract Task<T> FactsAsync(IntranetDb db, DateOnly today, T? known, CancellationToken cancellation);

    private async Task<int> LastAsync(IntranetDb db, int? known, CancellationToken cancellation)
    {
        var saved = db.Set<AuditEntry>().AsNoTracking();
        if (known is not { } last || Sources is not { } sources)
            return await saved.MaxAsync(e => (int?)e.Id, cancellation) ?? 0;
        return await saved.Where(e => e.Id > last && (sources.Contains(e.Entity) || e.Action == AuditAction.Merged)).MaxAsync(e => (int?)e.Id, cancellation) ?? last;
    }

    private bool Holds(Kept? facts, DateOnly today, int last)
        => facts is not null && facts.Today == today && facts.Last >= last && clock.GetUtcNow() - facts.ReadAt < Age;

    private sealed record Kept(DateOnly Today, int Last, DateTimeOffset ReadAt, T Facts);
}
