using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts;

/// <summary>
/// Partners' people who left long ago are anonymised: name, contact details, search text and the values in their history go;
/// posts, ids and dates of holdings stay (rules.md, "Secrecy and privacy").
/// </summary>
public static class PersonErasure
{
    /// <summary>Months after the last known day, unless the association sets another delay.</summary>
    public const int Months = 36;

    private const int Batch = 200;

    /// <summary>The last known day of work; null while somebody is there, or when no day is known.</summary>
    public static DateOnly? LastDay(DateOnly? departedOn, IReadOnlyCollection<DateOnly?> endsOfHoldings)
        => departedOn ?? (endsOfHoldings.Count == 0 || endsOfHoldings.Contains(null) ? null : endsOfHoldings.Max());

    /// <summary>True when more than so many months have passed since the last day.</summary>
    public static bool IsDue(DateOnly? lastDay, int months, DateOnly today) => lastDay?.AddMonths(months) < today;

    /// <summary>How many people would be erased today.</summary>
    public static async Task<int> CountAsync(IntranetDb db, int months, DateOnly today, CancellationToken cancellation)
        => (await DueAsync(db, months, today, cancellation)).Count;

    /// <summary>Erases them and answers how many; duplicates merged into them go with them.</summary>
    public static async Task<int> EraseAsync(IntranetDb db, int months, DateOnly today, CancellationToken cancellation)
    {
        var due = await DueAsync(db, months, today, cancellation);
        foreach (var ids in due.Chunk(Batch))
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
            foreach (var person in await db.Set<Person>().Include(p => p.Subject).Where(p => ids.Contains(p.Id)).ToListAsync(cancellation))
                person.Erase(today);
            await db.SaveChangesAsync(cancellation);
            // After the save, whose own entries hold the old values too.
            foreach (var entry in await db.AuditEntries.Where(a => ids.Contains(a.SubjectId!.Value)).ToListAsync(cancellation))
                entry.Redact();
            await db.SaveChangesAsync(cancellation);
            await transaction.CommitAsync(cancellation);
            db.ChangeTracker.Clear();
        }
        return due.Count;
    }

    private static async Task<List<int>> DueAsync(IntranetDb db, int months, DateOnly today, CancellationToken cancellation)
    {
        var people = await db.Set<Person>().AsNoTracking()
            .Where(p => p.ErasedOn == null && !p.Employments.Any() && !db.Users.Any(a => a.PersonId == p.Id))
            .Select(p => new { p.Id, p.MergedIntoId, p.DepartedOn, Ends = p.Holdings.Select(h => h.To).ToList() })
            .ToListAsync(cancellation);
        var due = people.Where(p => p.MergedIntoId is null && IsDue(LastDay(p.DepartedOn, p.Ends), months, today)).Select(p => p.Id).ToHashSet();
        var merged = people.ToLookup(p => p.MergedIntoId, p => p.Id);
        var waiting = new Queue<int>(due);
        while (waiting.TryDequeue(out var id))
        {
            foreach (var duplicate in merged[id].Where(due.Add))
                waiting.Enqueue(duplicate);
        }
        return [.. due.Order()];
    }
}
