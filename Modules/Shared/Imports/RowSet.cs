using System.Reflection;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Shared;

/// <summary>Loads rows of any entity by class name and id.</summary>
internal static class RowSet
{
    private static readonly MethodInfo Load = typeof(RowSet).GetMethod(nameof(LoadOfAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    public static Type Type(IntranetDb db, string entity)
        => db.Model.GetEntityTypes().First(t => t.ClrType.Name == entity && (typeof(AggregateRoot).IsAssignableFrom(t.ClrType) || typeof(IPartOf).IsAssignableFrom(t.ClrType))).ClrType;

    /// <summary>The rows that still exist, by entity and id; records come with their subject.</summary>
    public static async Task<Dictionary<(string Entity, int Id), object>> LoadAsync(IntranetDb db, IEnumerable<ImportEntry> entries, bool tracked, CancellationToken cancellation)
    {
        var found = new Dictionary<(string, int), object>();
        foreach (var group in entries.GroupBy(e => e.Entity))
        {
            foreach (var ids in group.Select(e => e.RowId).Distinct().Chunk(1000))
            {
                var rows = await (Task<List<object>>)Load.MakeGenericMethod(Type(db, group.Key)).Invoke(null, [db, ids, tracked, cancellation])!;
                foreach (var row in rows)
                    found[(group.Key, (int)db.Entry(row).Property("Id").CurrentValue!)] = row;
            }
        }
        return found;
    }

    private static async Task<List<object>> LoadOfAsync<T>(IntranetDb db, int[] ids, bool tracked, CancellationToken cancellation)
        where T : class
    {
        var rows = db.Set<T>().Where(e => ids.Contains(EF.Property<int>(e, "Id")));
        if (tracked && typeof(AggregateRoot).IsAssignableFrom(typeof(T)))
            rows = rows.Include(nameof(AggregateRoot.Subject));
        return [.. await (tracked ? rows.AsTracking() : rows.AsNoTracking()).ToListAsync(cancellation)];
    }
}
