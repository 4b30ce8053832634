using System.Text.Json;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Training;

/// <summary>Forgets guests of sessions and, of a person of ours, the proofs, which bear their name, and the values in the history of their records; that somebody completed a course stays.</summary>
internal sealed class TrainingErasure(FileStore store) : IErasureSource
{
    public async Task ForgetAsync(IntranetDb db, int personId, string name, string mail, CancellationToken cancellation)
    {
        // A guest is known by a mail; where there is none, by nothing: namesakes of other sessions are left alone.
        var guests = await db.Set<Enrolment>().Where(e => e.PersonId == null && mail != "" && e.GuestMail == mail).ToListAsync(cancellation);
        var enrolled = await db.Set<Enrolment>().Where(e => e.PersonId == personId).Select(e => e.SessionId).ToListAsync(cancellation);
        await ForgetAsync(db, guests, enrolled, [name, mail], cancellation);

        var records = await db.Set<TrainingRecord>().Where(r => r.PersonId == personId).Select(r => r.Id).ToListAsync(cancellation);
        foreach (var proof in await db.Set<StoredFile>().Where(f => records.Contains(f.SubjectId)).ToListAsync(cancellation))
            await store.RemoveAsync(proof, cancellation);
        foreach (var entry in await db.AuditEntries.Where(a => a.SubjectId != null && records.Contains(a.SubjectId.Value)).ToListAsync(cancellation))
            entry.Redact();
        await db.SaveChangesAsync(cancellation);
    }

    public async Task<int> ForgetGuestsAsync(IntranetDb db, DateOnly before, bool dryRun, CancellationToken cancellation)
    {
        var guests = db.Set<Enrolment>().Where(e => e.PersonId == null && e.GuestName != Contacts.Person.ErasedName && e.Session!.To < before);
        if (dryRun)
            return await guests.CountAsync(cancellation);
        var gone = await guests.ToListAsync(cancellation);
        if (gone.Count > 0)
            await ForgetAsync(db, gone, [], [], cancellation);
        return gone.Count;
    }

    private static async Task ForgetAsync(IntranetDb db, List<Enrolment> guests, IEnumerable<int> others, IEnumerable<string> said, CancellationToken cancellation)
    {
        var sessions = guests.Select(g => g.SessionId).Concat(others).Distinct().ToList();
        var names = guests.SelectMany(g => new[] { g.GuestName, g.GuestMail }).Concat(said).Select(Folding.Fold).Where(n => n.Length > 0).ToHashSet();
        foreach (var guest in guests)
            guest.ForgetGuest();
        await db.SaveChangesAsync(cancellation);

        // Last: forgetting has just written the names that it removed.
        foreach (var entry in await db.AuditEntries.Where(a => a.SubjectId != null && a.Entity == nameof(Enrolment) && sessions.Contains(a.SubjectId.Value)).ToListAsync(cancellation))
        {
            if (Names(entry, names))
                entry.Redact();
        }
        await db.SaveChangesAsync(cancellation);
    }

    private static bool Names(AuditEntry entry, HashSet<string> names)
        => JsonSerializer.Deserialize<List<AuditChange>>(entry.Changes, JsonSerializerOptions.Web)!.Exists(c => names.Contains(Folding.Fold(c.Before ?? "")) || names.Contains(Folding.Fold(c.After ?? "")));
}
