using Microsoft.EntityFrameworkCore;

namespace Intranet.Shared;

/// <summary>Asks every record to describe itself again, then builds the index anew: after a change of what is searched.</summary>
public static class SubjectRebuild
{
    private const int Batch = 500;

    /// <summary>Goes through every kind of record that the modules map.</summary>
    /// <returns>How many records were read.</returns>
    public static async Task<int> RunAsync(IntranetDb db, ISubjectIndex index, CancellationToken cancellation)
    {
        var count = 0;
        foreach (var type in db.Model.GetEntityTypes().Select(t => t.ClrType).Where(t => t.IsSubclassOf(typeof(AggregateRoot)) && !t.IsAbstract).Distinct().ToList())
        {
            var method = typeof(SubjectRebuild).GetMethod(nameof(DescribeAsync), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!;
            count += await (Task<int>)method.MakeGenericMethod(type).Invoke(null, [db, cancellation])!;
        }
        await index.RebuildAsync(db, cancellation);
        return count;
    }

    private static async Task<int> DescribeAsync<T>(IntranetDb db, CancellationToken cancellation)
        where T : AggregateRoot
    {
        var (count, last) = (0, 0);
        while (true)
        {
            var records = await db.Set<T>().Include(r => r.Subject).Where(r => r.Id > last).OrderBy(r => r.Id).Take(Batch).ToListAsync(cancellation);
            if (records.Count == 0)
                return count;
            foreach (var record in records)
                record.Subject.Apply(record.Describe());
            await db.SaveChangesAsync(cancellation);
            db.ChangeTracker.Clear();
            (count, last) = (count + records.Count, records[^1].Id);
        }
    }
}
