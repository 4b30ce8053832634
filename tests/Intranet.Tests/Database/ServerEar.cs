using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Intranet.Tests.Database;

/// <summary>Stands where the server would: has each command read by its grammar, and answers that there is nothing.</summary>
internal sealed class ServerEar : DbCommandInterceptor, IDbConnectionInterceptor
{
    public List<string> Commands { get; } = [];

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        TransactSql.Check(command.CommandText);
        Commands.Add(command.CommandText);
        var nothing = new DataTable();
        // A count of nothing is still a row.
        if (command.CommandText.StartsWith("SELECT COUNT(*)", StringComparison.Ordinal))
        {
            nothing.Columns.Add("Count", typeof(int));
            nothing.Rows.Add(0);
        }
        return new(InterceptionResult<DbDataReader>.SuppressWithResult(nothing.CreateDataReader()));
    }

    public ValueTask<InterceptionResult> ConnectionOpeningAsync(DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
        => new(InterceptionResult.Suppress());
}
