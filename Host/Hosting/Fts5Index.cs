using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Host.Hosting;

/// <summary>SQLite's full-text index over the subjects; triggers of its migration keep it in step, and its rank weighs titles ten times.</summary>
internal sealed class Fts5Index : ISubjectIndex
{
    public IQueryable<SubjectHit> Find(IntranetDb db, SearchTerms terms, bool any = false)
    {
        var match = terms.ToFts5(any);
        return db.Database.SqlQuery<SubjectHit>($"SELECT rowid AS Id, rank AS Rank FROM shared_subject_index WHERE shared_subject_index MATCH {match}");
    }

    public async Task<IReadOnlyList<string>> WordsAsync(IntranetDb db, CancellationToken cancellation)
        => await db.Database.SqlQuery<string>($"SELECT term AS Value FROM shared_subject_words WHERE col = 'FoldedTitle' ORDER BY doc DESC").ToListAsync(cancellation);

    public Task RebuildAsync(IntranetDb db, CancellationToken cancellation)
        => db.Database.ExecuteSqlRawAsync("INSERT INTO shared_subject_index(shared_subject_index) VALUES ('rebuild')", cancellation);
}
