using Intranet.Tests.Http;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Tests.Database;

public sealed class SqlServerTests
{
    [SqlServerFact]
    public async Task The_suite_runs_on_the_server_that_was_named()
    {
        var app = new IntranetApp();
        await app.InitializeAsync();
        Assert.Equal("Microsoft.EntityFrameworkCore.SqlServer", await app.WithDb(db => Task.FromResult(db.Database.ProviderName)));
        await app.DisposeAsync();
    }
}
