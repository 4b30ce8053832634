using Intranet.Tests.Http;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Tests.Database;

public sealed class SqliteTests : IAsyncLifetime
{
    private readonly IntranetApp app = new("--Database:Provider", "Sqlite", "--Database:ConnectionString", "");

    public Task InitializeAsync() => app.InitializeAsync();

    public Task DisposeAsync() => app.DisposeAsync();

    [Theory]
    [InlineData("journal_mode", "wal")]
    [InlineData("foreign_keys", "1")]
    [InlineData("busy_timeout", "10000")]
    [InlineData("synchronous", "1")]
    public async Task Each_connection_has_its_settings(string pragma, string expected)
    {
        var value = await app.WithDb(async db =>
        {
            await db.Database.OpenConnectionAsync();
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"PRAGMA {pragma}";
            return await command.ExecuteScalarAsync();
        });
        Assert.Equal(expected, Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public Task Foreign_keys_hold() => app.WithDb<bool>(async db =>
    {
        db.AccountScopes.Add(new() { AccountId = 987654, SubjectId = 987654 });
        await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());
        return true;
    });
}
