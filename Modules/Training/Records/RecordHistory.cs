using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Training;

/// <summary>The history of records that the page has already found readable, each line saying which one it is about.</summary>
internal static class RecordHistory
{
    private static readonly string CostLabel = Labels.Of(typeof(TrainingRecord).GetProperty(nameof(TrainingRecord.Cost)))!;

    /// <param name="withCosts">Costs are the direction's to read.</param>
    public static async Task<Paged<HistoryLine>> ReadAsync(IntranetDb db, IQueryable<TrainingRecord> records, int page, int size, bool withCosts, CancellationToken cancellation)
    {
        var entries = await db.AuditEntries.AsNoTracking().Where(a => records.Any(r => r.Id == a.SubjectId)).OrderByDescending(a => a.At).ThenByDescending(a => a.Id).PageAsync(page, size, cancellation);
        var ids = entries.Rows.Select(e => e.SubjectId).Distinct().ToList();
        var titles = await records.Where(r => ids.Contains(r.Id)).Select(r => new { r.Id, r.Course!.Title, r.CompletedOn }).ToDictionaryAsync(r => r.Id, cancellation);
        var lines = await HistoryTeller.TellAsync(db, entries.Rows, cancellation);
        return new(
            [.. lines.Zip(entries.Rows, (line, entry) => line with
            {
                Sentence = titles.TryGetValue(entry.SubjectId ?? 0, out var record) ? $"{record.Title}, {French.Date(record.CompletedOn)}\u00a0: {line.Sentence.ToLowerInvariant()}" : line.Sentence,
                Changes = withCosts ? line.Changes : [.. line.Changes.Where(c => c.Label != CostLabel)],
            })],
            entries.Total, entries.Number, size);
    }
}
