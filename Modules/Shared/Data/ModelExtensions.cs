using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Intranet.Shared;

/// <summary>The few mapping words that every module uses.</summary>
public static class ModelExtensions
{
    internal const string RootKey = "Intranet:Root";
    private const string Technical = "Intranet:Technical";
    private const string Confidential = "Intranet:Confidential";

    /// <summary>Maps a record: its table, the subject that it shares its id with, its concurrency token.</summary>
    public static void IsRecord<T>(this EntityTypeBuilder<T> entity, string table)
        where T : AggregateRoot
    {
        entity.ToTable(table);
        entity.HasOne(e => e.Subject).WithOne().HasForeignKey<T>(e => e.Id).OnDelete(DeleteBehavior.Restrict);
        entity.Property(e => e.Version).IsConcurrencyToken();
    }

    /// <summary>Maps a row that belongs to a record and goes with it.</summary>
    public static void IsPartOf<T, TRoot>(this EntityTypeBuilder<T> entity, string table, Expression<Func<T, TRoot?>> root, Expression<Func<TRoot, IEnumerable<T>?>>? parts, Expression<Func<T, object?>> key)
        where T : class, IPartOf
        where TRoot : AggregateRoot
    {
        entity.ToTable(table);
        entity.Ignore(e => e.RootId);
        entity.HasOne(root).WithMany(parts).HasForeignKey(key).OnDelete(DeleteBehavior.Cascade);
        entity.Property(key).HasAnnotation(RootKey, true);
    }

    /// <summary>A value that is neither shown in histories nor typed by a person: hashes, tokens, folded text, keys of import.</summary>
    public static PropertyBuilder<T> IsTechnical<T>(this PropertyBuilder<T> property)
        => property.HasAnnotation(Technical, true);

    /// <summary>A value of which histories tell that it changed, never to what: counts that may be of fewer than five people.</summary>
    public static PropertyBuilder<T> IsConfidential<T>(this PropertyBuilder<T> property)
        => property.HasAnnotation(Confidential, true);

    internal static bool IsConfidential(this IReadOnlyProperty property) => property.FindAnnotation(Confidential) is not null;

    internal static bool IsTechnical(this IReadOnlyProperty property) => property.FindAnnotation(Technical) is not null;
}
