using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Intranet.Tests.Database;

/// <summary>SQL Server's own grammar, without a server; it knows no names.</summary>
internal static class TransactSql
{
    public static void Check(string script)
    {
        using var reader = new StringReader(script);
        var tree = new TSql150Parser(initialQuotedIdentifiers: true).Parse(reader, out var errors);
        Assert.True(errors.Count == 0, string.Join(Environment.NewLine, errors.Select(e => $"line {e.Line}: {e.Message}")));
        Assert.NotEmpty(((TSqlScript)tree).Batches);
    }
}
