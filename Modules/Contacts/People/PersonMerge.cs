using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts;

/// <summary>Two records of one person become one: all that refers to the duplicate refers to the record kept.</summary>
internal static class PersonMerge
{
    /// <summary>Moves everything in one transaction; the histories of both say so.</summary>
    /// <param name="sources">What modules settle first.</param>
    public static async Task MergeAsync(IntranetDb db, IEnumerable<IMergeSource> sources, IActor actor, TimeProvider clock, int duplicateId, int keptId, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var people = await db.Set<Person>().Include(p => p.Subject).Include(p => p.Absences).Include(p => p.Employments).Include(p => p.Departures)
            .Where(p => p.Id == duplicateId || p.Id == keptId).AsSplitQuery().ToDictionaryAsync(p => p.Id, cancellation);
        var (duplicate, kept) = (people[duplicateId], people[keptId]);
        foreach (var source in sources)
            await source.SettleAsync(db, duplicateId, keptId, cancellation);
        duplicate.MergeInto(kept);
        kept.Complete(duplicate);

        await MoveHoldingsAsync(db, duplicateId, keptId, cancellation);
        MoveAbsences(db, duplicate, kept);
        foreach (var job in duplicate.Employments)
            job.PassTo(keptId);
        foreach (var departure in duplicate.Departures)
            departure.PassTo(keptId);
        foreach (var account in await db.Users.Where(a => a.PersonId == duplicateId).ToListAsync(cancellation))
            account.PersonId = keptId;
        await MoveLinksAsync(db, duplicateId, keptId, cancellation);
        await MoveOthersAsync(db, duplicateId, keptId, cancellation);

        db.Add(AuditEntry.Telling(actor, clock, keptId, AuditAction.Merged, $"Fusion : la fiche n° {duplicateId}, « {duplicate.FullName} », est réunie à celle-ci"));
        db.Add(AuditEntry.Telling(actor, clock, duplicateId, AuditAction.Merged, $"Fusion : cette fiche est réunie à la fiche n° {keptId}"));
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    // Both may stand as holders of one post at the same time: then the two holdings become one, from the first day to the last.
    private static async Task MoveHoldingsAsync(IntranetDb db, int duplicateId, int keptId, CancellationToken cancellation)
    {
        var holdings = await db.Set<Holding>().Where(h => h.PersonId == duplicateId || h.PersonId == keptId).ToListAsync(cancellation);
        foreach (var moved in holdings.Where(h => h.PersonId == duplicateId).ToList())
        {
            var same = holdings.FirstOrDefault(h => h.PersonId == keptId && h.PostId == moved.PostId && (h.To is null || h.To >= moved.From) && (moved.To is null || moved.To >= h.From));
            if (same is null)
            {
                moved.PassTo(keptId);
                continue;
            }
            same.Correct(moved.From < same.From ? moved.From : same.From, same.To is null || moved.To is null ? null : moved.To > same.To ? moved.To : same.To);
            db.Remove(moved);
        }
    }

    private static void MoveAbsences(IntranetDb db, Person duplicate, Person kept)
    {
        foreach (var absence in duplicate.Absences.ToList())
        {
            if (kept.Absences.Any(a => a.From <= absence.To && absence.From <= a.To))
                db.Remove(absence);
            else
                absence.PassTo(kept.Id);
        }
        foreach (var absence in duplicate.Absences.Concat(kept.Absences).Where(a => a.SubstituteId == kept.Id || a.SubstituteId == duplicate.Id))
            absence.ReplaceBy(null);
    }

    private static async Task MoveLinksAsync(IntranetDb db, int duplicateId, int keptId, CancellationToken cancellation)
    {
        var links = await db.SubjectLinks.Where(l => l.ToId == duplicateId || l.ToId == keptId).ToListAsync(cancellation);
        var sources = links.Where(l => l.ToId == duplicateId).Select(l => l.FromId).Distinct().ToList();
        var subjects = await db.Subjects.Include(s => s.Links).Where(s => sources.Contains(s.Id)).ToListAsync(cancellation);
        foreach (var link in links.Where(l => l.ToId == duplicateId))
            subjects.Single(s => s.Id == link.FromId).Redirect(link, keptId);
    }

    // Whatever else points at a person, in whatever module: its foreign keys say so.
    private static async Task MoveOthersAsync(IntranetDb db, int duplicateId, int keptId, CancellationToken cancellation)
    {
        var known = new[] { typeof(Person), typeof(Holding), typeof(StaffMember), typeof(Departure) };
        foreach (var key in db.Model.FindEntityType(typeof(Person))!.GetReferencingForeignKeys().Where(k => k.Properties.Count == 1))
        {
            var (type, property) = (key.DeclaringEntityType.ClrType, key.Properties[0].Name);
            if (known.Contains(type) && property == nameof(Holding.PersonId) || property == nameof(Person.MergedIntoId) || (type == typeof(Absence) && property == nameof(Absence.PersonId)))
                continue;
            var move = typeof(PersonMerge).GetMethod(nameof(MoveAsync), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!.MakeGenericMethod(type);
            await (Task)move.Invoke(null, [db, property, duplicateId, keptId, cancellation])!;
        }
    }

    private static async Task MoveAsync<T>(IntranetDb db, string property, int duplicateId, int keptId, CancellationToken cancellation)
        where T : class
    {
        foreach (var row in await db.Set<T>().Where(r => EF.Property<int?>(r, property) == duplicateId).ToListAsync(cancellation))
        {
            var value = db.Entry(row).Property(property);
            if (db.Entry(row).State != EntityState.Deleted && Equals(value.CurrentValue, duplicateId))
                value.CurrentValue = keptId;
        }
    }
}
