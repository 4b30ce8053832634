using System.CommandLine;
using Intranet.Host.Hosting;

namespace Intranet.Host.Commands;

/// <summary><c>backup &lt;file&gt;</c> and <c>restore &lt;file&gt;</c>: an SQLite database with its documents and keys.</summary>
internal static class ArchiveCommands
{
    private const string OnlySqlite = "The database is on SQL Server: use the server's own backups; they hold documents and keys too.";

    public static Command Backup(IReadOnlyList<string> settings)
    {
        var file = new Argument<FileInfo>("file") { Description = "Zip to write." };
        var command = new Command("backup", "Saves the database, the documents and the keys in one zip; safe while serving.") { file };
        command.SetAction(async (parsed, _) =>
        {
            await using var app = AppHost.Build([.. settings]);
            var (folder, target) = (app.Services.GetRequiredService<AppFolder>(), parsed.GetValue(file)!.FullName);
            var database = ServerLock.SqliteFile(app.Configuration, folder) ?? throw new InvalidOperationException(OnlySqlite);
            if (!File.Exists(database))
                throw new InvalidOperationException($"There is no database at {database}.");
            Archive.Write(database, folder, target, TimeProvider.System.GetUtcNow().UtcDateTime);
            Console.WriteLine($"{target}: {new FileInfo(target).Length} bytes");
            return 0;
        });
        return command;
    }

    public static Command Restore(IReadOnlyList<string> settings)
    {
        var file = new Argument<FileInfo>("file") { Description = "Zip made by backup." };
        var command = new Command("restore", "Puts a backup in place, with the server stopped; what was there is kept aside.") { file };
        command.SetAction(async (parsed, cancellation) =>
        {
            var source = parsed.GetValue(file)!;
            if (!source.Exists)
                throw new InvalidOperationException($"{source.FullName} does not exist.");
            string aside;
            await using (var app = AppHost.Build([.. settings]))
            {
                var folder = app.Services.GetRequiredService<AppFolder>();
                var database = ServerLock.SqliteFile(app.Configuration, folder) ?? throw new InvalidOperationException(OnlySqlite);
                app.Services.GetRequiredService<ServerLock>().Take();
                aside = Archive.Restore(database, folder, source.FullName, TimeProvider.System.GetUtcNow().UtcDateTime);
            }
            // A backup of an older release is brought to this one's schema.
            await CommandScope.RunAsync(settings, "restore", _ => Task.FromResult(0), cancellation);
            Console.WriteLine($"Restored. The former state is in {aside}.");
            return 0;
        });
        return command;
    }
}
