namespace Intranet.Shared;

/// <summary>A record found by the index, and how well.</summary>
public sealed class SubjectHit
{
    /// <summary>Id of the subject.</summary>
    public int Id { get; set; }

    /// <summary>Lower is better.</summary>
    public double Rank { get; set; }
}

/// <summary>The one index over <see cref="Subject"/>, in the provider's own way; the scope is applied by the reader, in the same command.</summary>
public interface ISubjectIndex
{
    /// <summary>The records that hold every term, as a query to compose.</summary>
    /// <param name="terms">Not empty.</param>
    IQueryable<SubjectHit> Find(IntranetDb db, SearchTerms terms);

    /// <summary>Builds the index anew from the subjects.</summary>
    Task RebuildAsync(IntranetDb db, CancellationToken cancellation);
}

/// <summary>Reads the folded column itself (SQL Server): nothing to build.</summary>
public sealed class FoldedColumnIndex : ISubjectIndex
{
    public IQueryable<SubjectHit> Find(IntranetDb db, SearchTerms terms)
        => db.Subjects.WhereMatches(terms, s => s.Folded).Select(s => new SubjectHit { Id = s.Id, Rank = s.Folded.Length });

    public Task RebuildAsync(IntranetDb db, CancellationToken cancellation) => Task.CompletedTask;
}
