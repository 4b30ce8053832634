using System.Runtime.CompilerServices;

namespace Intranet.Shared;

/// <summary>Rows that make one fact together, read as they come.</summary>
public static class Runs
{
    /// <summary>Neighbours with the same key, first to last: the rows must come in an order that keeps them together.</summary>
    public static async IAsyncEnumerable<IReadOnlyList<T>> InRuns<T, TKey>(this IAsyncEnumerable<T> rows, Func<T, TKey> key, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        List<T> run = [];
        await foreach (var row in rows.WithCancellation(cancellation))
        {
            if (run.Count > 0 && !EqualityComparer<TKey>.Default.Equals(key(run[0]), key(row)))
            {
                yield return run;
                run = [];
            }
            run.Add(row);
        }
        if (run.Count > 0)
            yield return run;
    }
}
