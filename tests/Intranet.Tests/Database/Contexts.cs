using Intranet.Host;
using Intranet.Host.Hosting;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Intranet.Tests.Database;

/// <summary>Both engines' contexts, without a server.</summary>
internal static class Contexts
{
    public static IntranetDb SqlServer(params IInterceptor[] interceptors) => new SqlServerIntranetDb(
        new DbContextOptionsBuilder<SqlServerIntranetDb>().UseSqlServer("Server=none", o => o.UseCompatibilityLevel(150)).AddInterceptors(interceptors).Options, Program.Modules);

    public static IntranetDb Sqlite(string source = "Data Source=:memory:") => new SqliteIntranetDb(
        new DbContextOptionsBuilder<SqliteIntranetDb>().UseSqlite(source).AddInterceptors(new SqlitePragmas()).Options, Program.Modules);

    /// <summary>The model with all that migrations are made from.</summary>
    public static IRelationalModel Tables(this DbContext db) => db.GetService<IDesignTimeModel>().Model.GetRelationalModel();
}
