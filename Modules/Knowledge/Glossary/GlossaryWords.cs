using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Knowledge;

/// <summary>
/// The compiled glossary, for pages, sheets and search. It is compiled anew when the history says that a term was saved, by whichever process: asked every five
/// seconds at most, as the layout's own facts, and at once after <see cref="Forget"/>. That reading is nobody's: it is left out of a page's count of commands.
/// </summary>
internal sealed class GlossaryWords(TimeProvider clock) : ISynonyms, IWordMarks, IDisposable
{
    private static readonly TimeSpan Age = TimeSpan.FromSeconds(5);
    private readonly SemaphoreSlim reading = new(1);
    private Compiled? compiled;
    private long askedAt;
    private volatile bool isForgotten;

    /// <summary>Grows each time the glossary is compiled: what was marked with another stamp is to be marked again.</summary>
    public int Stamp => compiled?.Stamp ?? 0;

    /// <summary>The glossary as it is now, or was five seconds ago.</summary>
    public ValueTask<GlossaryMarker> CurrentAsync(IntranetDb db, CancellationToken cancellation)
        => compiled is { } known && !isForgotten && clock.GetElapsedTime(askedAt) < Age ? ValueTask.FromResult(known.Marker) : new(AskAsync(db, cancellation));

    /// <summary>Asks again at the next reading: this process has just saved a term.</summary>
    public void Forget() => isForgotten = true;

    public async ValueTask<IReadOnlyList<Synonym>> SynonymsAsync(IntranetDb db, CancellationToken cancellation) => (await CurrentAsync(db, cancellation)).Synonyms;

    /// <summary>A page that marked its own text isn't marked again.</summary>
    public async ValueTask<string> MarkAsync(IntranetDb db, string html, int sheet, CancellationToken cancellation)
    {
        var marker = await CurrentAsync(db, cancellation);
        return html.Contains(GlossaryMarker.Tips, StringComparison.Ordinal) ? html : marker.Mark(html, except: sheet);
    }

    public void Dispose() => reading.Dispose();

    private async Task<GlossaryMarker> AskAsync(IntranetDb db, CancellationToken cancellation)
    {
        // One asks, the others go on with what is known.
        if (!await reading.WaitAsync(compiled is null ? Timeout.InfiniteTimeSpan : TimeSpan.Zero, cancellation))
            return compiled!.Marker;
        try
        {
            if (compiled is { } fresh && !isForgotten && clock.GetElapsedTime(askedAt) < Age)
                return fresh.Marker;
            isForgotten = false;
            // What the request counts flows with its execution; this doesn't.
            Task<Compiled> asking;
            using (ExecutionContext.SuppressFlow())
                asking = Task.Run(() => CompileAsync(db, compiled, cancellation), cancellation);
            compiled = await asking;
            askedAt = clock.GetTimestamp();
            return compiled.Marker;
        }
        finally
        {
            reading.Release();
        }
    }

    private static async Task<Compiled> CompileAsync(IntranetDb db, Compiled? known, CancellationToken cancellation)
    {
        var saved = db.Set<AuditEntry>().AsNoTracking();
        var last = known is null ? await saved.MaxAsync(e => (int?)e.Id, cancellation) ?? 0
            : await saved.Where(e => e.Id > known.Last && e.Entity == nameof(GlossaryTerm)).MaxAsync(e => (int?)e.Id, cancellation) ?? known.Last;
        if (known?.Last == last)
            return known;
        var terms = await db.Set<GlossaryTerm>().AsNoTracking().Where(t => t.RetiredOn == null).OrderBy(t => t.Id).Select(t => new
        {
            t.Id,
            t.Name,
            t.Acronyms,
            t.Variants,
            t.Definition,
            t.IsMarked,
            t.Until,
            Other = t.ReplacedBy == null ? null : t.ReplacedBy.Name,
            OtherAcronyms = t.ReplacedBy == null ? "" : t.ReplacedBy.Acronyms,
        }).ToListAsync(cancellation);
        var marker = new GlossaryMarker([.. terms.Select(t => new CompiledTerm(t.Id, t.Name, CodeList.Split(t.Acronyms), CodeList.Split(t.Variants), t.Definition, t.IsMarked)
        {
            Until = t.Until,
            ReplacedBy = t.Other is null ? null : CompiledTerm.Short(t.Other, t.OtherAcronyms),
        })]);
        return new(marker, last, (known?.Stamp ?? 0) + 1);
    }

    private sealed record Compiled(GlossaryMarker Marker, int Last, int Stamp);
}
