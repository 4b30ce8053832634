using System.Globalization;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Intranet.Benchmarks;

/// <summary>
/// Copies what a SQLite database holds of the modules' records many times, in SQL: whatever is an id of a record that is copied moves
/// by the same step, so that each copy is a house of its own. Lists, accounts, history and reminders are not copied.
/// </summary>
internal sealed class Multiplier(IntranetDb db)
{
    private static readonly string[] Modules = ["Intranet.Contacts", "Intranet.Conventions", "Intranet.Meetings"];

    public async Task CopyAsync(int copies)
    {
        var tables = db.Model.GetEntityTypes().Where(t => t.ClrType == typeof(Subject) || t.ClrType == typeof(SubjectLink) || (Modules.Contains(t.ClrType.Namespace) && LeadsToSubject(t, []))).ToList();
        await db.Database.OpenConnectionAsync();
        await db.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys = OFF; PRAGMA synchronous = OFF");
        await using (var transaction = await db.Database.BeginTransactionAsync())
        {
            var step = 1 + await MaxAsync(tables);
            foreach (var table in tables)
                await CopyAsync(table, tables, copies, step);
            await transaction.CommitAsync();
        }
        await db.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys = ON");
        await db.Database.CloseConnectionAsync();
    }

    private async Task<int> MaxAsync(IEnumerable<IEntityType> tables)
    {
        var max = 0;
        foreach (var table in tables.Where(t => t.FindPrimaryKey()!.Properties is [{ ClrType: var type }] && type == typeof(int)))
            max = Math.Max(max, await Scalar($"SELECT COALESCE(MAX({table.FindPrimaryKey()!.Properties[0].GetColumnName()}), 0) AS Value FROM {table.GetTableName()}"));
        return max;
    }

    private async Task CopyAsync(IEntityType table, List<IEntityType> tables, int copies, int step)
    {
        var columns = table.GetProperties().Where(p => p.GetComputedColumnSql() is null).ToList();
        var values = columns.Select(p => Moves(p, tables) ? $"\"{p.GetColumnName()}\" + k * {step.ToString(CultureInfo.InvariantCulture)}"
            : p.ClrType == typeof(string) && p.GetContainingIndexes().Any(i => i.IsUnique) ? $"\"{p.GetColumnName()}\" || '-' || k"
            : $"\"{p.GetColumnName()}\"");
        await Execute($"WITH RECURSIVE copies(k) AS (SELECT 1 UNION ALL SELECT k + 1 FROM copies WHERE k < {copies}) INSERT INTO {table.GetTableName()} ({string.Join(", ", columns.Select(c => $"\"{c.GetColumnName()}\""))}) SELECT {string.Join(", ", values)} FROM {table.GetTableName()}, copies");
    }

    private static bool Moves(IProperty property, List<IEntityType> tables)
        => property.ClrType is var type && (type == typeof(int) || type == typeof(int?))
            && (property.IsForeignKey() ? property.GetContainingForeignKeys().All(k => tables.Contains(k.PrincipalEntityType)) : property.IsPrimaryKey() && property.DeclaringType is IEntityType { } own && own.FindPrimaryKey()!.Properties.Count == 1);

    private static bool LeadsToSubject(IEntityType table, HashSet<IEntityType> seen)
        => seen.Add(table) && table.GetForeignKeys().Select(k => k.PrincipalEntityType).Any(p => p.ClrType == typeof(Subject) || LeadsToSubject(p, seen));

#pragma warning disable EF1002, EF1003 // Names of tables and columns, from the model.
    private Task<int> Scalar(string sql) => db.Database.SqlQueryRaw<int>(sql).SingleAsync();

    private Task<int> Execute(string sql) => db.Database.ExecuteSqlRawAsync(sql);
#pragma warning restore EF1002, EF1003
}
