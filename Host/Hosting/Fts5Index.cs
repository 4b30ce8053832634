using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Host.Hosting;

/// <summary>SQLite's full-text index over the subjects; triggers of its migration keep it in step.</summary>
internal sealed class Fts5Index : ISubjectIndex
{
    public IQueryable<SubjectHit> Find(IntranetDb db, SearchTerms terms)
    {
        var match = terms.ToFts5();
        return db.Database.SqlQuery<SubjectHit>($"SELECT rowid AS Id, rank AS Rank FROM shared_subject_index WHERE shared_subject_index MATCH {match}");
    }

    public Task RebuildAsync(IntranetDb db, CancellationToken cancellation)
        => db.Database.ExecuteSqlRawAsync("INSERT INTO shared_subject_index(shared_subject_index) VALUES ('rebuild')", cancellation);
}
