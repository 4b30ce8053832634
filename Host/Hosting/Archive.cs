using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Intranet.Host.Hosting;

/// <summary>One zip with the SQLite database, the documents and the keys; made while the server serves, restored while it doesn't.</summary>
internal static class Archive
{
    private const string DatabaseEntry = "passerelle.db";
    private const string ManifestEntry = "passerelle.json";
    private static readonly string[] Folders = ["files", "keys"];

    /// <summary>What a backup says of itself.</summary>
    public sealed record Manifest(string Product, int Format, DateTime At);

    public static void Write(string database, AppFolder folder, string target, DateTime now)
    {
        var (copy, part) = (Path.Combine(folder.Root, $"backup-{Guid.NewGuid():N}.db"), target + ".part");
        try
        {
            CopyDatabase(database, copy);
            using (var zip = ZipFile.Open(part, ZipArchiveMode.Create))
            {
                using (var manifest = zip.CreateEntry(ManifestEntry).Open())
                    JsonSerializer.Serialize(manifest, new Manifest("Passerelle", 1, now), JsonSerializerOptions.Web);
                zip.CreateEntryFromFile(copy, DatabaseEntry);
                // Documents after the database: one added in between is there without its row, never the other way round.
                foreach (var name in Folders.Where(f => Directory.Exists(Path.Combine(folder.Root, f))))
                {
                    foreach (var file in Directory.EnumerateFiles(Path.Combine(folder.Root, name), "*", SearchOption.AllDirectories).Where(f => !f.EndsWith(".part", StringComparison.Ordinal)))
                        zip.CreateEntryFromFile(file, Path.GetRelativePath(folder.Root, file).Replace('\\', '/'));
                }
            }
            File.Move(part, target, overwrite: true);
        }
        finally
        {
            File.Delete(part);
            File.Delete(copy);
        }
    }

    /// <summary>Puts a backup in place and what was there aside.</summary>
    /// <returns>The folder where the former state lies.</returns>
    /// <exception cref="InvalidDataException">The file isn't a whole backup of ours; nothing was touched.</exception>
    public static string Restore(string database, AppFolder folder, string source, DateTime now)
    {
        var staging = Directory.CreateDirectory(Path.Combine(folder.Root, $"restore-{Guid.NewGuid():N}")).FullName;
        try
        {
            Unpack(source, staging);
            Check(Path.Combine(staging, DatabaseEntry));
            var aside = Directory.CreateDirectory(Path.Combine(folder.Root, "before-restore-" + now.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture))).FullName;
            foreach (var end in new[] { "", "-wal", "-shm" })
            {
                if (File.Exists(database + end))
                    File.Move(database + end, Path.Combine(aside, Path.GetFileName(database) + end));
            }
            foreach (var name in Folders)
            {
                var here = Path.Combine(folder.Root, name);
                if (Directory.Exists(here))
                    Directory.Move(here, Path.Combine(aside, name));
                if (Directory.Exists(Path.Combine(staging, name)))
                    Directory.Move(Path.Combine(staging, name), here);
            }
            File.Move(Path.Combine(staging, DatabaseEntry), database);
            return aside;
        }
        finally
        {
            Directory.Delete(staging, recursive: true);
        }
    }

    // SQLite's own online copy: a state between two transactions, whoever writes meanwhile.
    private static void CopyDatabase(string database, string copy)
    {
        using var from = new SqliteConnection($"Data Source={database};Mode=ReadOnly;Pooling=False");
        using var to = new SqliteConnection($"Data Source={copy};Pooling=False");
        from.Open();
        to.Open();
        from.BackupDatabase(to);
    }

    private static void Unpack(string source, string staging)
    {
        using var zip = ZipFile.OpenRead(source);
        using (var manifest = (zip.GetEntry(ManifestEntry) ?? throw new InvalidDataException($"{source} is not a backup of Passerelle.")).Open())
        {
            if (JsonSerializer.Deserialize<Manifest>(manifest, JsonSerializerOptions.Web) is not { Product: "Passerelle", Format: 1 })
                throw new InvalidDataException($"{source} is a backup of another format.");
        }
        foreach (var entry in zip.Entries.Where(e => e.Name.Length > 0 && (e.FullName == DatabaseEntry || Folders.Any(f => e.FullName.StartsWith(f + "/", StringComparison.Ordinal)))))
        {
            var path = Path.GetFullPath(Path.Combine(staging, entry.FullName));
            if (!path.StartsWith(staging + Path.DirectorySeparatorChar, StringComparison.Ordinal))
                throw new InvalidDataException($"{source} holds a file outside its folders.");
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            entry.ExtractToFile(path);
        }
    }

    private static void Check(string database)
    {
        if (!File.Exists(database))
            throw new InvalidDataException("The backup holds no database.");
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        SqlitePragmas.Teach(connection);
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        if (command.ExecuteScalar() is not "ok")
            throw new InvalidDataException("The backup's database is damaged.");
    }
}
