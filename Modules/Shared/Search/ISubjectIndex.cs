using Microsoft.EntityFrameworkCore;

namespace Intranet.Shared;

/// <summary>A record found by the index, and how well.</summary>
public sealed class SubjectHit
{
    /// <summary>Id of the subject.</summary>
    public int Id { get; set; }

    /// <summary>Lower is better; what is found in a title weighs most.</summary>
    public double Rank { get; set; }
}

/// <summary>The one index over <see cref="Subject"/>, in the provider's own way; the scope is applied by the reader, in the same command.</summary>
public interface ISubjectIndex
{
    /// <summary>The records that hold the terms, as a query to compose.</summary>
    /// <param name="terms">Not empty.</param>
    /// <param name="any">One term is enough.</param>
    IQueryable<SubjectHit> Find(IntranetDb db, SearchTerms terms, bool any = false);

    /// <summary>Folded words of titles, those of most records first, for whoever slips on a name.</summary>
    Task<IReadOnlyList<string>> WordsAsync(IntranetDb db, CancellationToken cancellation);

    /// <summary>Builds the index anew from the subjects.</summary>
    Task RebuildAsync(IntranetDb db, CancellationToken cancellation);
}

/// <summary>Reads the folded columns themselves (SQL Server): nothing to build.</summary>
public sealed class FoldedColumnIndex : ISubjectIndex
{
    private const int Titles = 50_000;

    public IQueryable<SubjectHit> Find(IntranetDb db, SearchTerms terms, bool any = false)
    {
        var first = terms.Terms[0].Alternatives[0];
        return db.Subjects.WhereMatches(terms, s => s.Folded, any)
            .Select(s => new SubjectHit { Id = s.Id, Rank = (s.FoldedTitle.StartsWith(first) ? 0 : s.FoldedTitle.Contains(" " + first) ? 1_000_000 : 2_000_000) + s.Folded.Length });
    }

    public async Task<IReadOnlyList<string>> WordsAsync(IntranetDb db, CancellationToken cancellation)
    {
        var titles = await db.Subjects.AsNoTracking().OrderByDescending(s => s.Id).Take(Titles).Select(s => s.FoldedTitle).ToListAsync(cancellation);
        return [.. titles.SelectMany(t => t.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct()).CountBy(w => w).OrderByDescending(w => w.Value).Select(w => w.Key)];
    }

    public Task RebuildAsync(IntranetDb db, CancellationToken cancellation) => Task.CompletedTask;
}
