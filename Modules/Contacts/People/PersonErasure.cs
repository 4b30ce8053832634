using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts;

/// <summary>
/// Which of the partners' people left so long ago that they are to be forgotten (rules.md, "Secrecy and privacy"). Those who worked for
/// us, or have an account, are not: their own record of training stays theirs.
/// </summary>
public static class PersonErasure
{
    /// <summary>Months after the last known day, unless the association sets another delay.</summary>
    public const int Months = 36;

    /// <summary>The last known day of work; null while somebody is there, or when no day is known.</summary>
    public static DateOnly? LastDay(DateOnly? departedOn, IReadOnlyCollection<DateOnly?> endsOfHoldings)
        => departedOn ?? (endsOfHoldings.Count == 0 || endsOfHoldings.Contains(null) ? null : endsOfHoldings.Max());

    /// <summary>True when more than so many months have passed since the last day.</summary>
    public static bool IsDue(DateOnly? lastDay, int months, DateOnly today) => lastDay?.AddMonths(months) < today;

    /// <summary>Ids of the people to erase today, duplicates merged into them included.</summary>
    public static async Task<List<int>> DueAsync(IntranetDb db, int months, DateOnly today, CancellationToken cancellation)
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
