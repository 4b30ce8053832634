using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Intranet.Shared;

/// <summary>Reads from the change tracker which rows of which records are new or changed: the plan of an import is what would be saved.</summary>
internal sealed class TrackedChanges(IntranetDb db)
{
    private readonly Dictionary<int, string> names = [];

    /// <summary>Remembers what a record is called, for values that refer to it.</summary>
    public void Name(int id, string title) => names[id] = title;

    public async Task<Dictionary<AggregateRoot, List<TrackedRow>>> ReadAsync(IEnumerable<AggregateRoot> records, CancellationToken cancellation)
    {
        var byId = records.ToDictionary(r => (int)db.Entry(r).Property(nameof(AggregateRoot.Id)).CurrentValue!);
        var rows = new Dictionary<AggregateRoot, List<TrackedRow>>(ReferenceEqualityComparer.Instance);
        foreach (var entry in db.ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted && e.Entity is AggregateRoot or IPartOf).ToList())
        {
            if (entry.State == EntityState.Deleted)
                throw new InvalidOperationException($"An import removes nothing, but would remove a {entry.Metadata.ClrType.Name}.");
            var key = entry.Entity is AggregateRoot ? entry.Property(nameof(AggregateRoot.Id)) : entry.Properties.Single(p => p.Metadata.FindAnnotation(ModelExtensions.RootKey) is not null);
            if (!byId.TryGetValue((int)key.CurrentValue!, out var record))
                throw new InvalidOperationException($"A {entry.Metadata.ClrType.Name} changed whose record wasn't handed over.");
            if (!rows.TryGetValue(record, out var own))
                rows[record] = own = [];
            own.Add(new TrackedRow(entry));
        }
        await NameReferencesAsync(rows.Values.SelectMany(r => r), cancellation);
        foreach (var row in rows.Values.SelectMany(r => r))
            row.Show(Text);
        return rows;
    }

    private async Task NameReferencesAsync(IEnumerable<TrackedRow> rows, CancellationToken cancellation)
    {
        var unknown = rows.SelectMany(r => r.References).Where(id => id > 0 && !names.ContainsKey(id)).Distinct().ToList();
        foreach (var ids in unknown.Chunk(1000))
        {
            foreach (var subject in await db.Subjects.Where(s => ids.Contains(s.Id)).Select(s => new { s.Id, s.Title }).ToListAsync(cancellation))
                names[subject.Id] = subject.Title;
        }
    }

    private string Text(IProperty property, object? value) => value switch
    {
        null or "" => "",
        int id when property.IsForeignKey() => names.GetValueOrDefault(id, ""),
        DateOnly day => French.Date(day),
        bool yes => yes ? "oui" : "non",
        string text when text.StartsWith('|') => string.Join(", ", text.Split('|', StringSplitOptions.RemoveEmptyEntries)),
        string text => ImportSheet.Shorten(text.ReplaceLineEndings(" · ")),
        IFormattable number => number.ToString(null, CultureInfo.GetCultureInfo("fr-FR")),
        _ => value.ToString() ?? "",
    };
}

/// <summary>A row to be written: what it shows in the preview, and what undoing will need.</summary>
internal sealed class TrackedRow
{
    private readonly EntityEntry entry;
    private readonly bool isNew;
    private readonly List<(PropertyEntry Property, object? Before)> changed;

    public TrackedRow(EntityEntry entry)
    {
        (this.entry, isNew) = (entry, entry.State == EntityState.Added);
        changed = isNew ? [] : [.. entry.Properties.Where(p => p.IsModified && !Equals(p.OriginalValue, p.CurrentValue)).Select(p => (p, p.OriginalValue))];
    }

    public IReadOnlyList<FieldChange> Shown { get; private set; } = [];

    /// <summary>Ids of records that the changed values refer to.</summary>
    public IEnumerable<int> References => changed.Where(c => RefersToRecord(c.Property.Metadata))
        .SelectMany(c => new[] { c.Before, c.Property.CurrentValue }).OfType<int>();

    public void Show(Func<IProperty, object?, string> text)
    {
        var part = entry.Entity is AggregateRoot ? "" : $"{Label(entry.Metadata.ClrType)} {Named(entry.Entity)}".Trim();
        Shown = isNew
            ? [new FieldChange(part, "", "ajouté")]
            : [.. changed.Where(c => !c.Property.Metadata.IsTechnical()).Select(c => new FieldChange(
                part.Length == 0 ? Label(c.Property.Metadata.PropertyInfo) : $"{part}, {Label(c.Property.Metadata.PropertyInfo).ToLowerInvariant()}",
                text(c.Property.Metadata, c.Before), text(c.Property.Metadata, c.Property.CurrentValue)))];
    }

    /// <summary>Call it once saved: ids are known then.</summary>
    public ImportEntry ToEntry(int runId, int line, int recordId)
    {
        var id = (int)entry.Property("Id").CurrentValue!;
        return isNew
            ? new ImportEntry(runId, line, recordId, entry.Metadata.ClrType.Name, id, "", RowValues.Digest(entry))
            : new ImportEntry(runId, line, recordId, entry.Metadata.ClrType.Name, id,
                RowValues.ToJson(changed.Select(c => (c.Property.Metadata.Name, c.Before))),
                RowValues.ToJson(changed.Select(c => (c.Property.Metadata.Name, c.Property.CurrentValue))));
    }

    private static bool RefersToRecord(IProperty property)
        => property.GetContainingForeignKeys().Any(k => k.PrincipalEntityType.ClrType is { } type && (type == typeof(Subject) || type.IsSubclassOf(typeof(AggregateRoot))));

    private static string Label(MemberInfo? member) => member?.GetCustomAttribute<DisplayAttribute>()?.Name ?? member?.Name ?? "";

    private static string Named(object part) => part.GetType().GetMethod(nameof(ToString), [])!.DeclaringType == part.GetType() ? part.ToString()! : "";
}
