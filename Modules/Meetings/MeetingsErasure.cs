using System.Text.Json;
using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Meetings;

/// <summary>Forgets whom a meeting gathered, invited and heard; that somebody of that post and level was there stays.</summary>
internal sealed class MeetingsErasure : IErasureSource
{
    public async Task ForgetAsync(IntranetDb db, int personId, string name, string mail, CancellationToken cancellation)
    {
        var participants = await db.Set<MeetingParticipant>().Where(p => p.PersonId == personId).ToListAsync(cancellation);
        // Somebody taken off a meeting remains in its history only.
        var (brought, removed) = ($"\"PersonId\",\"before\":null,\"after\":\"{personId}\"", $"\"PersonId\",\"before\":\"{personId}\"");
        var told = await db.AuditEntries.Where(a => a.Entity == nameof(MeetingParticipant) && (a.Changes.Contains(brought) || a.Changes.Contains(removed))).ToListAsync(cancellation);
        var meetings = participants.Select(p => p.MeetingId).Concat(told.Select(a => a.SubjectId).OfType<int>()).Distinct().ToList();
        // Their name as it was at each meeting may differ from the last one. Namesakes of other meetings are left alone.
        var names = participants.Select(p => p.Name).Append(name).Select(Folding.Fold).ToHashSet();

        foreach (var participant in participants)
            participant.Forget();
        foreach (var invitation in await db.Set<MeetingInvitation>().Where(i => i.PersonId == personId || (i.PersonId == null && mail != "" && i.Email == mail)).ToListAsync(cancellation))
            invitation.Forget();
        await db.SaveChangesAsync(cancellation);
        await ForgetNamesAsync(db, meetings, names, cancellation);
        foreach (var entry in told)
            entry.Redact();
        await db.SaveChangesAsync(cancellation);
    }

    public async Task<int> ForgetGuestsAsync(IntranetDb db, DateOnly before, bool dryRun, CancellationToken cancellation)
    {
        var guests = db.Set<MeetingParticipant>().Where(p => p.PersonId == null && p.Name != Person.ErasedName && p.Meeting!.On < before);
        if (dryRun)
            return await guests.CountAsync(cancellation);
        var gone = await guests.ToListAsync(cancellation);
        var (meetings, names) = (gone.Select(p => p.MeetingId).Distinct().ToList(), gone.Select(p => Folding.Fold(p.Name)).ToHashSet());
        foreach (var guest in gone)
            guest.Forget();
        foreach (var invitation in await db.Set<MeetingInvitation>().Where(i => i.PersonId == null && i.Name != Person.ErasedName && i.Meeting!.On < before).ToListAsync(cancellation))
            invitation.Forget();
        await db.SaveChangesAsync(cancellation);
        await ForgetNamesAsync(db, meetings, names, cancellation);
        return gone.Count;
    }

    /// <summary>Takes names out of the remarks and the history of these meetings. Last: forgetting has just written the names that it removed.</summary>
    private static async Task ForgetNamesAsync(IntranetDb db, List<int> meetings, HashSet<string> names, CancellationToken cancellation)
    {
        foreach (var remark in await db.Set<MinutesRemark>().Where(r => meetings.Contains(r.MeetingId)).ToListAsync(cancellation))
        {
            if (names.Contains(Folding.Fold(remark.Author)))
                remark.ForgetAuthor();
        }
        await db.SaveChangesAsync(cancellation);
        string[] entities = [nameof(MeetingParticipant), nameof(MinutesRemark)];
        foreach (var entry in await db.AuditEntries.Where(a => a.SubjectId != null && meetings.Contains(a.SubjectId.Value) && entities.Contains(a.Entity)).ToListAsync(cancellation))
        {
            if (Names(entry, names))
                entry.Redact();
        }
        await db.SaveChangesAsync(cancellation);
    }

    private static bool Names(AuditEntry entry, HashSet<string> names)
        => JsonSerializer.Deserialize<List<AuditChange>>(entry.Changes, JsonSerializerOptions.Web)!.Exists(c => names.Contains(Folding.Fold(c.Before ?? "")) || names.Contains(Folding.Fold(c.After ?? "")));
}
