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

    /// <summary>SqlClient loads Microsoft.SqlServer.Server at its first parameter; see build/SqlServerTypes.</summary>
    [Fact]
    public void SqlClient_types_a_parameter_without_a_server()
    {
        using var command = new SqlCommand();
        Assert.Equal(System.Data.SqlDbType.NVarChar, command.Parameters.AddWithValue("@p", "x").SqlDbType);
    }
}
