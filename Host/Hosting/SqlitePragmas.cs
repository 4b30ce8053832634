using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Intranet.Host.Hosting;

/// <summary>
/// Set on each SQLite connection: readers don't wait for the writer, the writer waits its turn, foreign keys hold, and names are sorted
/// as French sorts them (Émile between Élodie and Étienne, not after Zoé).
/// </summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    /// <summary>Name of the collation.</summary>
    public const string French = "FRENCH";

    private const string Pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA busy_timeout=10000; PRAGMA foreign_keys=ON; PRAGMA cache_size=-16000; PRAGMA mmap_size=268435456;";
    private readonly ConditionalWeakTable<SQLitePCL.sqlite3, object> ready = [];
    private static readonly CompareInfo Order = CultureInfo.GetCultureInfo("fr-FR").CompareInfo;

    /// <summary>Once a connection object, which gives the order to its handle each time that it opens.</summary>
    public override DbConnection ConnectionCreated(ConnectionCreatedEventData eventData, DbConnection result)
    {
        Teach((SqliteConnection)result);
        return result;
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => SetOnce((SqliteConnection)connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellation = default)
    {
        SetOnce((SqliteConnection)connection);
        return Task.CompletedTask;
    }

    /// <summary>A handle comes back from the provider's pool with its settings: asking each time would cost as much as a small query.</summary>
    private void SetOnce(SqliteConnection connection)
    {
        if (!ready.TryAdd(connection.Handle!, Pragmas))
            return;
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    /// <summary>Gives a connection the order that our columns ask for.</summary>
    public static void Teach(SqliteConnection connection) => connection.CreateCollation(French, Compare);

    /// <summary>Only identical texts are equal, so that comparing with = means the same as without the collation.</summary>
    private static int Compare(string left, string right)
    {
        var order = Order.Compare(left, right);
        return order != 0 ? order : string.CompareOrdinal(left, right);
    }
}
