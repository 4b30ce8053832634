using Intranet.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Intranet.Tests.Database;

/// <summary>What SQL Server asks of a model and SQLite does not check.</summary>
public sealed class ModelTests : IDisposable
{
    private const int Max = int.MaxValue;

    /// <summary>Columns whose type both engines do not sort alike, never sorted: Identity's own.</summary>
    private static readonly string[] NeverSorted = ["shared_accounts.LockoutEnd"];

    private readonly IntranetDb db = Contexts.SqlServer();

    private IEnumerable<ITable> Tables => db.Tables().Tables;

    public void Dispose() => db.Dispose();

    [Fact]
    public void Tables_carry_their_modules_name()
        => Faults.None(from type in db.Model.GetEntityTypes()
                       let module = type.ClrType.Assembly.GetName().Name!["Intranet.".Length..]
                       where type.ClrType.Assembly.GetName().Name!.StartsWith("Intranet.", StringComparison.Ordinal)
                       where !type.GetTableName()!.StartsWith(module.ToLowerInvariant() + "_", StringComparison.Ordinal)
                       select $"{type.ClrType.Name} → {type.GetTableName()}");

    [Fact]
    public void Strings_have_a_length_and_the_unlimited_say_so()
        => Faults.None(from table in Tables
                       from column in table.Columns
                       where column.StoreType.EndsWith("(max)", StringComparison.Ordinal)
                       where column.PropertyMappings.All(m => m.Property.GetMaxLength() is null && m.Property.ClrType == typeof(string))
                       select $"{table.Name}.{column.Name}");

    [Fact]
    public void Columns_are_of_types_that_both_engines_sort_alike()
        => Faults.None(from table in Tables
                       from column in table.Columns
                       where column.StoreType is not ("int" or "bigint" or "bit" or "date" or "datetime2")
                           && !column.StoreType.StartsWith("nvarchar(", StringComparison.Ordinal) && !column.StoreType.StartsWith("varbinary(", StringComparison.Ordinal)
                       where !NeverSorted.Contains($"{table.Name}.{column.Name}")
                       select $"{table.Name}.{column.Name} is {column.StoreType}");

    [Fact]
    public void Columns_leave_collation_to_the_database()
        => Faults.None(from table in Tables
                       from column in table.Columns
                       where column.Collation is not null
                       select $"{table.Name}.{column.Name}");

    [Fact]
    public void Keys_and_indexes_fit()
    {
        var keys = from table in Tables
                   from key in table.UniqueConstraints
                   select (Name: $"{table.Name}.{key.Name}", Size: Size(key.Columns), Limit: key.GetIsPrimaryKey() ? 900 : 1700);
        var indexes = from table in Tables
                      from index in table.Indexes
                      select (Name: $"{table.Name}.{index.Name}", Size: Size(index.Columns), Limit: 1700);
        Faults.None(keys.Concat(indexes).Where(k => k.Size > k.Limit).Select(k => k.Size >= Max ? $"{k.Name} holds an unlimited column" : $"{k.Name}: {k.Size} bytes, at most {k.Limit}"));
    }

    [Fact]
    public void One_cascade_at_most_leads_from_a_table_to_another()
    {
        var cascades = (from table in Tables
                        from key in table.ForeignKeyConstraints
                        where key.OnDeleteAction is ReferentialAction.Cascade or ReferentialAction.SetNull or ReferentialAction.SetDefault
                        select (From: key.PrincipalTable.Name, To: table.Name)).ToLookup(c => c.From, c => c.To);
        Faults.None(from start in cascades
                    from reached in Reached(start.Key, []).GroupBy(path => path[^1])
                    where reached.Count() > 1
                    select string.Join(" and ", reached.Select(path => string.Join(" → ", path))));

        IEnumerable<string[]> Reached(string table, string[] path)
        {
            path = [.. path, table];
            if (path[..^1].Contains(table))
                return [path, path];
            var further = cascades[table].SelectMany(next => Reached(next, path));
            return path.Length == 1 ? further : further.Prepend(path);
        }
    }

    private static int Size(IEnumerable<IColumn> columns) => columns.Aggregate(0, (sum, column) => Size(column) is var size && size == Max ? Max : sum + size);

    private static int Size(IColumn column) => column.StoreType switch
    {
        "int" => 4,
        "bigint" or "datetime2" => 8,
        "bit" => 1,
        "date" => 3,
        ['n', 'v', 'a', 'r', 'c', 'h', 'a', 'r', '(', .. var length, ')'] when int.TryParse(length, out var characters) => characters * 2,
        _ => Max,
    };
}
