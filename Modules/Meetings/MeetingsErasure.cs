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
        foreach (var remark in await db.Set<MinutesRemark>().Where(r => meetings.Contains(r.MeetingId)).ToListAsync(cancellation))
        {
            if (names.Contains(Folding.Fold(remark.Author)))
                remark.ForgetAuthor();
        }
        await db.SaveChangesAsync(cancellation);

        // Last: forgetting has just written the names that it removed.
        string[] entities = [nameof(MeetingParticipant), nameof(MinutesRemark)];
        var said = await db.AuditEntries.Where(a => a.SubjectId != null && meetings.Contains(a.SubjectId.Value) && entities.Contains(a.Entity)).ToListAsync(cancellation);
        foreach (var entry in told.Concat(said.Where(a => Names(a, names))))
            entry.Redact();
        await db.SaveChangesAsync(cancellation);
    }

    private static bool Names(AuditEntry entry, HashSet<string> names)
        => JsonSerializer.Deserialize<List<AuditChange>>(entry.Changes, JsonSerializerOptions.Web)!.Exists(c => names.Contains(Folding.Fold(c.Before ?? "")) || names.Contains(Folding.Fold(c.After ?? "")));
}
