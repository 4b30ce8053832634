using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Intranet.Host.Hosting;

/// <summary>Counts the SQL commands of the current request, for <c>Server-Timing</c> and for the tests' budget.</summary>
internal sealed class SqlMeter : DbCommandInterceptor
{
    private readonly AsyncLocal<Reading?> current = new();

    /// <summary>Starts counting for the current flow of execution.</summary>
    public Reading Start() => current.Value = new Reading();

    /// <summary>Leaves the rest of the calling async method out of the count: the layout's own facts are outside a page's budget.</summary>
    public void Ignore() => current.Value = null;

    public override DbDataReader ReaderExecuted(DbCommand command, CommandExecutedEventData eventData, DbDataReader result)
        => Count(eventData, result);

    public override ValueTask<DbDataReader> ReaderExecutedAsync(DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
        => ValueTask.FromResult(Count(eventData, result));

    public override int NonQueryExecuted(DbCommand command, CommandExecutedEventData eventData, int result) => Count(eventData, result);

    public override ValueTask<int> NonQueryExecutedAsync(DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default)
        => ValueTask.FromResult(Count(eventData, result));

    public override object? ScalarExecuted(DbCommand command, CommandExecutedEventData eventData, object? result) => Count(eventData, result);

    public override ValueTask<object?> ScalarExecutedAsync(DbCommand command, CommandExecutedEventData eventData, object? result, CancellationToken cancellationToken = default)
        => ValueTask.FromResult(Count(eventData, result));

    private T Count<T>(CommandExecutedEventData data, T result)
    {
        current.Value?.Add(data.Duration);
        return result;
    }

    internal sealed class Reading
    {
        private long ticks;
        private int count;

        public int Commands => count;
        public TimeSpan Duration => TimeSpan.FromTicks(ticks);

        public void Add(TimeSpan duration)
        {
            Interlocked.Add(ref ticks, duration.Ticks);
            Interlocked.Increment(ref count);
        }
    }
}
