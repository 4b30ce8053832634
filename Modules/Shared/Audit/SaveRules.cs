using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Intranet.Shared;

/// <summary>Who is acting, for the history: the signed-in account, or the name of a command.</summary>
public interface IActor
{
    int? AccountId { get; }
    string Name { get; }
}

/// <summary>
/// What must be true of every save, wherever it comes from: no identity of an accompanied person, subjects in step with their
/// records, versions grown, history written.
/// </summary>
public sealed class SaveRules(IActor actor, TimeProvider clock) : SaveChangesInterceptor
{
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Apply(eventData.Context!);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Apply(eventData.Context!);
        return ValueTask.FromResult(result);
    }

    private void Apply(DbContext db)
    {
        db.ChangeTracker.DetectChanges();
        var changed = db.ChangeTracker.Entries()
            .Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .ToList();
        foreach (var entry in changed)
        {
            RefuseIdentities(entry);
            Describe(db, entry);
            Grow(entry);
        }
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var entry in changed.Where(e => e.Entity is AggregateRoot or (IPartOf and not IUnaudited)))
            Record(db, entry, now);
    }

    private static void RefuseIdentities(EntityEntry entry)
    {
        if (entry.State == EntityState.Deleted)
            return;
        foreach (var property in entry.Properties)
        {
            if (property.CurrentValue is string { Length: > 8 } text && (entry.State == EntityState.Added || property.IsModified)
                && !property.Metadata.IsTechnical())
                IdentityGuard.Refuse(text, property.Metadata.Name);
        }
    }

    private static void Describe(DbContext db, EntityEntry entry)
    {
        if (entry.Entity is not AggregateRoot root || entry.State == EntityState.Deleted)
            return;
        var subject = entry.Reference(nameof(AggregateRoot.Subject));
        if (!subject.IsLoaded && subject.CurrentValue is null)
            subject.Load();
        var facts = root.Describe();
        if (facts.Reach == Reach.Hidden && root is not IHideable)
            throw new InvalidOperationException($"{root.GetType().Name} hides itself: mark it {nameof(IHideable)}, so that scope looks at it.");
        ((Subject)subject.CurrentValue!).Apply(facts);
    }

    private static void Grow(EntityEntry entry)
    {
        if (entry.Entity is IVersioned && entry.State == EntityState.Modified)
            entry.Property(nameof(IVersioned.Version)).CurrentValue = (int)entry.Property(nameof(IVersioned.Version)).OriginalValue! + 1;
    }

    private void Record(DbContext db, EntityEntry entry, DateTime now)
    {
        var changes = entry.State == EntityState.Modified ? entry.Properties.Where(IsShown).Select(Change).ToList()
            : entry.State == EntityState.Deleted ? entry.Properties.Where(p => !p.Metadata.IsPrimaryKey() && !p.Metadata.IsTechnical()).Select(p => Change(p) with { After = null }).Where(c => c.Before is not null).ToList()
            : entry.Entity is IPartOf ? entry.Properties.Where(IsBrought).Select(p => Change(p) with { Before = null }).ToList()
            : [];
        if (entry.State == EntityState.Modified && changes.Count == 0)
            return;
        var action = entry.State switch
        {
            EntityState.Added => AuditAction.Created,
            EntityState.Deleted => AuditAction.Removed,
            _ => AuditAction.Changed,
        };
        var (subject, id) = SubjectOf(db, entry);
        db.Add(new AuditEntry(now, actor.AccountId, actor.Name, action, entry.Metadata.ClrType.Name, Json(changes), subject, id));
    }

    private static (Subject? Subject, int? Id) SubjectOf(DbContext db, EntityEntry entry)
    {
        if (entry.Entity is AggregateRoot root)
            return (root.Subject, root.Subject is null ? root.Id : null);
        var key = entry.Properties.Single(p => p.Metadata.IsForeignKey() && p.Metadata.FindAnnotation(ModelExtensions.RootKey) is not null);
        var id = (int)key.CurrentValue!;
        return db.Set<Subject>().Local.FindEntry(id)?.Entity is { } tracked ? (tracked, null) : (null, id);
    }

    private static bool IsShown(PropertyEntry property)
        => property.IsModified && !Equals(property.OriginalValue, property.CurrentValue)
        && property.Metadata.Name != nameof(IVersioned.Version) && !property.Metadata.IsTechnical();

    private static bool IsBrought(PropertyEntry property)
        => !property.Metadata.IsPrimaryKey() && !property.IsTemporary && !property.Metadata.IsTechnical() && property.Metadata.FindAnnotation(ModelExtensions.RootKey) is null
        && property.CurrentValue is not (null or "" or false or 0);

    private static AuditChange Change(PropertyEntry property)
        => property.Metadata.IsConfidential() ? new(property.Metadata.Name, Hide(property.OriginalValue), Hide(property.CurrentValue))
        : new(property.Metadata.Name, Text(property.OriginalValue), Text(property.CurrentValue), property.Metadata.IsForeignKey());

    private static string? Hide(object? value) => value is null ? null : "•••";

    private static string? Text(object? value) => value switch
    {
        null => null,
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("O", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() is { Length: > 400 } text ? text[..400] + "…" : value.ToString(),
    };

    private static string Json(List<AuditChange> changes)
    {
        var json = JsonSerializer.Serialize(changes, JsonSerializerOptions.Web);
        while (json.Length > 8000)
        {
            changes.RemoveAt(changes.Count - 1);
            json = JsonSerializer.Serialize(changes, JsonSerializerOptions.Web);
        }
        return json;
    }
}
