using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Intranet.Shared;

/// <summary>Finds, through every foreign key of the model, what refers to the records that undoing would remove.</summary>
internal sealed class UndoReferences(IntranetDb db)
{
    private static readonly MethodInfo Query = typeof(UndoReferences).GetMethod(nameof(ReferencesAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>Keeps the created records that others refer to; a kept record keeps those that it refers to in turn.</summary>
    public async Task KeepReferredAsync(List<UndoRecord> records, CancellationToken cancellation)
    {
        var candidates = records.Where(r => r.IsCreated && r.Kept is null).ToDictionary(r => r.Id);
        if (candidates.Count == 0)
            return;
        var written = records.SelectMany(r => r.Entries).Where(e => e.Before.Length == 0).Select(e => (e.Entity, e.RowId)).ToHashSet();
        var references = new List<(int To, int? Owner)>();
        foreach (var key in Keys(records))
        {
            foreach (var ids in candidates.Keys.Chunk(1000))
                references.AddRange(await OfAsync(key, ids, written, cancellation));
        }
        // A row owned by a record that goes doesn't count; once that record is kept, it does.
        bool more;
        do
        {
            more = false;
            foreach (var (to, owner) in references)
            {
                if (candidates.TryGetValue(to, out var record) && (owner is null || owner != to && !candidates.ContainsKey(owner.Value)))
                {
                    record.Kept = "citée ailleurs depuis l’import";
                    more |= candidates.Remove(to);
                }
            }
        }
        while (more);
    }

    private IEnumerable<IForeignKey> Keys(List<UndoRecord> records)
    {
        var types = records.SelectMany(r => r.Entries).Select(e => e.Entity).Distinct().Select(e => RowSet.Type(db, e)).Where(t => typeof(AggregateRoot).IsAssignableFrom(t)).Append(typeof(Subject)).ToHashSet();
        return db.Model.GetEntityTypes().SelectMany(t => t.GetForeignKeys())
            .Where(k => types.Contains(k.PrincipalEntityType.ClrType) && k.Properties.Count == 1 && k.DeclaringEntityType.ClrType != typeof(AuditEntry)
                && !(k.IsUnique && k.Properties[0].IsPrimaryKey()));
    }

    private async Task<IEnumerable<(int To, int? Owner)>> OfAsync(IForeignKey key, int[] ids, HashSet<(string, int)> written, CancellationToken cancellation)
    {
        var type = key.DeclaringEntityType;
        var root = type.GetProperties().FirstOrDefault(p => p.FindAnnotation(ModelExtensions.RootKey) is not null);
        var owner = root?.Name ?? (typeof(AggregateRoot).IsAssignableFrom(type.ClrType) || type.ClrType == typeof(Subject) ? "Id" : type.ClrType == typeof(SubjectLink) ? nameof(SubjectLink.FromId) : null);
        var rowId = root is not null ? "Id" : null;
        var found = await (Task<List<Reference>>)Query.MakeGenericMethod(type.ClrType).Invoke(null, [db, key.Properties[0].Name, owner, rowId, ids, cancellation])!;
        // A part that the run didn't write was added by somebody since: it keeps its record.
        return found.Select(r => (r.To, rowId is null || written.Contains((type.ClrType.Name, r.Row)) ? r.Owner : (int?)null));
    }

    private static Task<List<Reference>> ReferencesAsync<T>(IntranetDb db, string key, string? owner, string? row, int[] ids, CancellationToken cancellation)
        where T : class
    {
        IQueryable<T> rows = db.Set<T>();
        // Territories are found by the import itself, from a text that stays.
        if (rows is IQueryable<SubjectLink> links)
            rows = (IQueryable<T>)links.Where(l => l.Role != LinkRole.Territory);
        return rows.AsNoTracking().Where(e => EF.Property<int?>(e, key) != null && ids.Contains(EF.Property<int?>(e, key)!.Value)).Select(e => new Reference
        {
            To = EF.Property<int?>(e, key)!.Value,
            Owner = owner == null ? null : EF.Property<int?>(e, owner),
            Row = row == null ? 0 : EF.Property<int>(e, row),
        }).ToListAsync(cancellation);
    }

    private sealed class Reference
    {
        public int To { get; set; }
        public int? Owner { get; set; }
        public int Row { get; set; }
    }
}
