using Intranet.Shared;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Intranet.Tests.Database;

public sealed class MigrationTests
{
    [Fact]
    public void Both_sets_of_migrations_match_the_model()
    {
        using var sqlite = Contexts.Sqlite();
        using var server = Contexts.SqlServer();
        Assert.False(sqlite.Database.HasPendingModelChanges(), "Migrations/Sqlite lacks a change of the model.");
        Assert.False(server.Database.HasPendingModelChanges(), "Migrations/SqlServer lacks a change of the model.");
    }

    [Theory]
    [InlineData(MigrationsSqlGenerationOptions.Script)]
    [InlineData(MigrationsSqlGenerationOptions.Script | MigrationsSqlGenerationOptions.Idempotent)]
    public void The_whole_script_is_T_SQL(MigrationsSqlGenerationOptions options)
    {
        using var db = Contexts.SqlServer();
        var script = db.GetService<IMigrator>().GenerateScript(options: options);
        Assert.All(db.Tables().Tables, table => Assert.Contains($"CREATE TABLE [{table.Name}]", script, StringComparison.Ordinal));
        TransactSql.Check(script);
    }

    [Fact]
    public async Task Migrations_apply_to_an_empty_file_and_leave_its_rules_on()
    {
        var folder = Directory.CreateTempSubdirectory("passerelle-migrations-");
        try
        {
            await using var db = Contexts.Sqlite($"Data Source={Path.Combine(folder.FullName, "empty.db")};Pooling=false");
            await db.Database.MigrateAsync();
            Assert.Empty(await db.Database.GetPendingMigrationsAsync());
            Assert.Equal(0, await db.Subjects.CountAsync());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Topics_keep_the_point_that_took_them_when_it_still_says_them()
    {
        var folder = Directory.CreateTempSubdirectory("passerelle-migrations-");
        try
        {
            await using var db = Contexts.Sqlite($"Data Source={Path.Combine(folder.FullName, "topics.db")};Pooling=false");
            await db.GetService<IMigrator>().MigrateAsync("20261123000000_Meetings");
            await db.Database.OpenConnectionAsync();
            await db.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys = OFF");
            await db.Database.ExecuteSqlRawAsync("INSERT INTO meetings_agenda (Id, MeetingId, [Order], Title, Fate) VALUES (1, 10, 1, 'Délais', 2), (2, 20, 1, 'Délais', 0), (3, 20, 2, 'Retitré', 0)");
            await db.Database.ExecuteSqlRawAsync("INSERT INTO meetings_topics (Id, PartnerId, Text, [On], Author, FromMeetingId, MeetingId) VALUES (1, 5, 'Délais', '2026-01-05', 'essai', 10, 20), (2, 5, 'Titre d’avant', '2026-01-05', 'essai', NULL, 20), (3, 5, 'Libre', '2026-01-05', 'essai', NULL, NULL)");
            await db.GetService<IMigrator>().MigrateAsync();
            var topics = await db.Database.SqlQueryRaw<string>("SELECT Id || ':' || COALESCE(LineId, '-') || ':' || COALESCE(FromLineId, '-') AS Value FROM meetings_topics").ToListAsync();
            Assert.Equal(["1:2:1", "2:-:-", "3:-:-"], topics.Order(StringComparer.Ordinal));
            Assert.Equal([2], await db.Database.SqlQueryRaw<int>("SELECT Id AS Value FROM meetings_agenda WHERE IsFromTopic = 1").ToListAsync());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>SqlClient loads Microsoft.SqlServer.Server at its first parameter; see build/SqlServerTypes.</summary>
    [Fact]
    public void SqlClient_types_a_parameter_without_a_server()
    {
        using var command = new SqlCommand();
        Assert.Equal(System.Data.SqlDbType.NVarChar, command.Parameters.AddWithValue("@p", "x").SqlDbType);
    }
}
