namespace Intranet.Tests.Http;

/// <summary>The whole suite runs on SQL Server when <c>INTRANET_TEST_SQLSERVER</c> holds a connection string; each application makes a database of its own there.</summary>
internal static class SqlServer
{
    public const string Variable = "INTRANET_TEST_SQLSERVER";

    public static string? Connection { get; } = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } text ? text : null;

    public static string[] Settings() => Connection is null ? [] :
    [
        "--Database:Provider", "SqlServer",
        "--Database:ConnectionString", $"{Connection.TrimEnd(';')};Database=passerelle_{Guid.NewGuid():N}",
    ];
}

/// <summary>A test that needs the server; counted as skipped, and said so, without it.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SqlServerFactAttribute : FactAttribute
{
    public SqlServerFactAttribute()
    {
        if (SqlServer.Connection is null)
            Skip = $"{SqlServer.Variable} names no server: the suite ran on SQLite only.";
    }
}
