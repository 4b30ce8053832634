using System.Collections.Concurrent;
using Intranet.Host.Hosting;
using Intranet.Shared;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Intranet.Tests.Http;

/// <summary>
/// Databases as a first start leaves them: schema written, demo loaded, once for all the classes that want the same settings; each test then
/// starts on a copy. With a named SQL Server nothing is copied.
/// </summary>
internal static class Prepared
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<string>>> Kept = new();
    private static readonly string Shelf = Directory.CreateTempSubdirectory("passerelle-prepared-").FullName;

    static Prepared() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(Shelf, recursive: true);

    /// <summary>Puts a prepared database into the folder of an application about to start.</summary>
    public static async Task CopyAsync(string[] settings, string folder)
    {
        if (SqlServer.Connection is null)
            File.Copy(await Kept.GetOrAdd(string.Join('\n', settings), _ => new(() => MakeAsync(settings))).Value, Path.Combine(folder, "passerelle.db"));
    }

    private static async Task<string> MakeAsync(string[] settings)
    {
        var (folder, file) = (Directory.CreateTempSubdirectory("passerelle-tests-").FullName, Path.Combine(Shelf, $"{Guid.NewGuid():N}.db"));
        await using (var app = AppHost.Build([.. IntranetApp.Settings, "--App:Folder", folder, .. settings]))
        {
            await app.StartPreparedAsync(CancellationToken.None);
            using (var scope = app.Services.CreateScope())
                await scope.ServiceProvider.GetRequiredService<IntranetDb>().Database.ExecuteSqlAsync($"VACUUM INTO {file}");
            await app.StopAsync();
        }
        SqliteConnection.ClearAllPools();
        await using (var copy = new SqliteConnection($"Data Source={file};Pooling=False"))
        {
            await copy.OpenAsync();
            await using var journal = copy.CreateCommand();
            // As our own connections leave it; the copy comes in the default mode.
            journal.CommandText = "PRAGMA journal_mode=WAL";
            await journal.ExecuteNonQueryAsync();
        }
        Directory.Delete(folder, recursive: true);
        return file;
    }
}
