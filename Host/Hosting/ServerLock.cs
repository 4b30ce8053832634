using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Intranet.Host.Hosting;

/// <summary>
/// One server for an SQLite file: it holds a lock beside the database as long as it runs, and the system frees it when it dies.
/// Commands don't take it: they may run beside the server.
/// </summary>
internal sealed class ServerLock : IDisposable
{
    private readonly string? path;
    private FileStream? held;

    public ServerLock(IConfiguration configuration, AppFolder folder)
        => path = SqliteFile(configuration, folder) is { } file ? file + ".lock" : null;

    /// <summary>The database's file, or null when it is a server's or in memory.</summary>
    public static string? SqliteFile(IConfiguration configuration, AppFolder folder)
    {
        if (configuration["Database:Provider"] == "SqlServer")
            return null;
        var connection = configuration["Database:ConnectionString"];
        if (string.IsNullOrEmpty(connection))
            return Path.Combine(folder.Root, "passerelle.db");
        var source = new SqliteConnectionStringBuilder(connection).DataSource;
        return source.Contains(":memory:", StringComparison.Ordinal) ? null : Path.GetFullPath(source);
    }

    /// <summary>Takes the lock.</summary>
    /// <exception cref="InvalidOperationException">A server runs on this database.</exception>
    public void Take()
    {
        if (path is null || held is not null)
            return;
        try
        {
            held = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            held.SetLength(0);
            held.Write(System.Text.Encoding.ASCII.GetBytes(Environment.ProcessId.ToString(CultureInfo.InvariantCulture)));
            held.Flush();
        }
        catch (IOException)
        {
            throw new InvalidOperationException($"A server already runs on this database ({path} is held). SQLite serves one server; use SQL Server for several nodes.");
        }
    }

    public void Dispose() => held?.Dispose();
}
