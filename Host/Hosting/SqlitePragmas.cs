using System.Data.Common;
using System.Globalization;
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
    private static readonly CompareInfo Order = CultureInfo.GetCultureInfo("fr-FR").CompareInfo;

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = Prepare(connection);
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = Prepare(connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static DbCommand Prepare(DbConnection connection)
    {
        Teach((SqliteConnection)connection);
        var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        return command;
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
