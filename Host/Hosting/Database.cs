using Intranet.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Intranet.Host.Hosting;

/// <summary>The context on SQLite; its migrations are in Migrations/Sqlite.</summary>
public sealed class SqliteIntranetDb(DbContextOptions<SqliteIntranetDb> options, IReadOnlyList<IModule> modules) : IntranetDb(options, modules)
{
    private static readonly HashSet<string> Names = ["Name", "LastName", "FirstName", "Title", "City", "Label", "Function", "DisplayName"];

    /// <summary>What people read in alphabetical order is sorted as French sorts it, as SQL Server's collations do by themselves.</summary>
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        foreach (var property in builder.Model.GetEntityTypes().SelectMany(e => e.GetDeclaredProperties()).Where(p => p.ClrType == typeof(string) && Names.Contains(p.Name)))
            property.SetCollation(SqlitePragmas.French);
    }

    internal sealed class Factory : IDesignTimeDbContextFactory<SqliteIntranetDb>
    {
        public SqliteIntranetDb CreateDbContext(string[] args)
            => new(new DbContextOptionsBuilder<SqliteIntranetDb>().UseSqlite("Data Source=:memory:").Options, Program.Modules);
    }
}

/// <summary>The context on SQL Server; its migrations are in Migrations/SqlServer.</summary>
public sealed class SqlServerIntranetDb(DbContextOptions<SqlServerIntranetDb> options, IReadOnlyList<IModule> modules) : IntranetDb(options, modules)
{
    internal sealed class Factory : IDesignTimeDbContextFactory<SqlServerIntranetDb>
    {
        public SqlServerIntranetDb CreateDbContext(string[] args)
            => new(new DbContextOptionsBuilder<SqlServerIntranetDb>().UseSqlServer("Server=design").Options, Program.Modules);
    }
}

/// <summary>The only place that names a database provider.</summary>
internal static class Database
{
    /// <summary>
    /// Tells SQLite how its tables are filled, where that changed much; SQL Server does it by itself. Not knowing, SQLite takes a column
    /// that is nearly always empty (<c>MergedIntoId</c>) for the best way in, then sorts by name a whole list that an index holds sorted.
    /// </summary>
    public static Task LearnAsync(this IntranetDb db, CancellationToken cancellation)
        => db.Database.IsSqlite() ? db.Database.ExecuteSqlRawAsync("PRAGMA optimize=0x10002", cancellation) : Task.CompletedTask;

    /// <summary>Registers the context that <c>Database:Provider</c> names (Sqlite by default).</summary>
    public static void AddDatabase(this IServiceCollection services, IConfiguration configuration, AppFolder folder)
    {
        services.AddSingleton<SaveRules>();
        services.AddSingleton<SqlMeter>();
        var connection = configuration["Database:ConnectionString"];
        switch (configuration["Database:Provider"] ?? "Sqlite")
        {
            case "Sqlite":
                var source = string.IsNullOrEmpty(connection) ? $"Data Source={Path.Combine(folder.Root, "passerelle.db")}" : connection;
                services.AddSingleton<SqlitePragmas>();
                services.AddSingleton<ISubjectIndex, Fts5Index>();
                services.AddDbContextPool<IntranetDb, SqliteIntranetDb>((provider, options) => options
                    .UseSqlite(source)
                    // Tables are rebuilt before anybody is served, and each step is a transaction: nothing for a person to act on.
                    .ConfigureWarnings(warnings => warnings.Ignore(SqliteEventId.TableRebuildPendingWarning, RelationalEventId.NonTransactionalMigrationOperationWarning))
                    .AddInterceptors(provider.GetRequiredService<SqlitePragmas>(), provider.GetRequiredService<SaveRules>(), provider.GetRequiredService<SqlMeter>()));
                break;
            case "SqlServer":
                services.AddSingleton<ISubjectIndex, FoldedColumnIndex>();
                services.AddDbContextPool<IntranetDb, SqlServerIntranetDb>((provider, options) => options
                    .UseSqlServer(connection ?? throw new InvalidOperationException("Database:ConnectionString is missing."), sql =>
                    {
                        if (configuration.GetValue<int?>("Database:MaxBatchSize") is { } size)
                            sql.MaxBatchSize(size);
                    })
                    .AddInterceptors(provider.GetRequiredService<SaveRules>(), provider.GetRequiredService<SqlMeter>()));
                break;
            case var other:
                throw new InvalidOperationException($"Database:Provider is '{other}'; it must be Sqlite or SqlServer.");
        }
    }
}
