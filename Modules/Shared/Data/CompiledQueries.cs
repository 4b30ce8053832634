using System.Collections.Concurrent;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Shared;

/// <summary>
/// What most visits ask in the same words: a list without filter, the sheet of a record. EF Core takes an ordinary query apart at each
/// reading, which costs as much as running it; these it takes apart at the first reading of the day, then only runs. So such a query
/// may depend on the day, never on its reader: a list that his scope cuts is asked in the ordinary way.
/// </summary>
public sealed class CompiledQueries(BusinessDay day)
{
    private readonly ConcurrentDictionary<string, Compiled> kept = new(StringComparer.Ordinal);

    /// <summary>A page of a whole list, in two commands, as <see cref="Paging.PageAsync"/> reads it.</summary>
    /// <param name="name">Tells the query from all others.</param>
    /// <param name="rows">The list; asked for when it has to be compiled.</param>
    public Task<Paged<T>> PageAsync<T>(string name, IntranetDb db, Func<IQueryable<T>> rows, int number, CancellationToken cancellation)
        => RunAsync(name, () => new PageQuery<T>(rows()), async query =>
        {
            var total = await query.Count(db, cancellation);
            number = Math.Clamp(number, 1, Math.Max(1, (total + Paging.Size - 1) / Paging.Size));
            var list = new List<T>(Paging.Size);
            await foreach (var row in query.Page(db, (number - 1) * Paging.Size).WithCancellation(cancellation))
                list.Add(row);
            return new Paged<T>(list, total, number, Paging.Size);
        });

    /// <summary>The row whose <c>Id</c> this is, or null.</summary>
    /// <param name="name">Tells the query from all others.</param>
    /// <param name="rows">All of them; asked for when it has to be compiled.</param>
    public Task<T?> FindAsync<T>(string name, IntranetDb db, Func<IQueryable<T>> rows, int id, CancellationToken cancellation)
        where T : class
        => RunAsync(name, () => Find(rows()), query => query(db, id, cancellation));

    private static Func<IntranetDb, int, CancellationToken, Task<T?>> Find<T>(IQueryable<T> rows)
        where T : class
    {
        var (db, id, cancellation, row) = (Expression.Parameter(typeof(IntranetDb), "db"), Expression.Parameter(typeof(int), "id"), Expression.Parameter(typeof(CancellationToken), "cancellation"), Expression.Parameter(typeof(T), "row"));
        var isAsked = Expression.Lambda<Func<T, bool>>(Expression.Equal(Expression.Property(row, "Id"), id), row);
        var first = Expression.Call(typeof(Queryable), nameof(Queryable.FirstOrDefault), [typeof(T)], rows.Expression, Expression.Quote(isAsked));
        return EF.CompileAsyncQuery(Expression.Lambda<Func<IntranetDb, int, CancellationToken, T?>>(first, db, id, cancellation));
    }

    private async Task<TResult> RunAsync<TQuery, TResult>(string name, Func<TQuery> compile, Func<TQuery, Task<TResult>> run)
        where TQuery : class
    {
        var known = kept.GetValueOrDefault(name);
        if (known?.Day == day.Today)
            return await run((TQuery)known.Query);
        var query = compile();
        var result = await run(query);
        // Kept once it has run: it is compiled while running for the first time, from the context that it was written with.
        kept[name] = new Compiled(day.Today, query);
        return result;
    }

    private sealed record Compiled(DateOnly Day, object Query);

    private sealed class PageQuery<T>(IQueryable<T> rows)
    {
        public Func<IntranetDb, CancellationToken, Task<int>> Count { get; } = EF.CompileAsyncQuery((IntranetDb _, CancellationToken _) => rows.Count());
        public Func<IntranetDb, int, IAsyncEnumerable<T>> Page { get; } = EF.CompileAsyncQuery((IntranetDb _, int skip) => rows.Skip(skip).Take(Paging.Size));
    }
}
