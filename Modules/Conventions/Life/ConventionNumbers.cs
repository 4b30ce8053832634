using System.Globalization;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Intranet.Conventions;

/// <summary>The last number given in a year.</summary>
internal sealed class ConventionNumbers : IUnaudited
{
    public int Year { get; private set; }
    public int Last { get; private set; }

    /// <summary>
    /// Takes the next numbers of a year (CV-2026-001); several at once for imports. Call it within the transaction that saves
    /// the conventions: the year's row stays locked until then, so that two people never get the same number and none is lost.
    /// </summary>
    public static async Task<IReadOnlyList<string>> TakeAsync(IntranetDb db, int year, int count = 1, CancellationToken cancellation = default)
    {
        if (db.Database.CurrentTransaction is null)
            throw new InvalidOperationException("Numbers are taken in the transaction that uses them.");
        while (await db.Set<ConventionNumbers>().Where(n => n.Year == year).ExecuteUpdateAsync(n => n.SetProperty(x => x.Last, x => x.Last + count), cancellation) == 0)
            await StartAsync(db, year, cancellation);
        var last = await db.Set<ConventionNumbers>().Where(n => n.Year == year).Select(n => n.Last).SingleAsync(cancellation);
        return From(year, last - count + 1, count);
    }

    /// <summary>The numbers that would be taken, for a preview.</summary>
    public static async Task<IReadOnlyList<string>> PeekAsync(IntranetDb db, int year, int count, CancellationToken cancellation)
        => From(year, await db.Set<ConventionNumbers>().Where(n => n.Year == year).Select(n => n.Last).FirstOrDefaultAsync(cancellation) + 1, count);

    private static List<string> From(int year, int first, int count) => [.. Enumerable.Range(first, count).Select(n => string.Create(CultureInfo.InvariantCulture, $"CV-{year}-{n:000}"))];

    /// <summary>The year's first number; whoever comes second finds the row and goes on.</summary>
    private static async Task StartAsync(IntranetDb db, int year, CancellationToken cancellation)
    {
        var row = db.Add(new ConventionNumbers { Year = year });
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException) when (db.Set<ConventionNumbers>().AsNoTracking().Any(n => n.Year == year))
        {
        }
        row.State = EntityState.Detached;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<ConventionNumbers>
    {
        public void Configure(EntityTypeBuilder<ConventionNumbers> builder)
        {
            builder.ToTable("conventions_numbers");
            builder.HasKey(n => n.Year);
            builder.Property(n => n.Year).ValueGeneratedNever();
        }
    }
}
