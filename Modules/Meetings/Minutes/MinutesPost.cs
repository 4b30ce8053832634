using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Meetings;

/// <summary>Puts the minutes in the mailbox, in office hours, with the caller's save.</summary>
internal sealed class MinutesPost(IntranetDb db, CurrentUser user, IMailbox mailbox, TimeProvider clock)
{
    /// <summary>The agenda's outcomes and the participants must be loaded.</summary>
    /// <returns>How many letters leave, and when.</returns>
    public async Task<(int Count, DateTime? Later)> QueueAsync(Meeting meeting, string address, bool isProject, CancellationToken cancellation = default)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var leaves = OfficeHours.OnOrAfter(now);
        var mine = await db.Users.Where(u => u.Id == user.Id).Select(u => u.Email).FirstOrDefaultAsync(cancellation);
        var contact = string.IsNullOrEmpty(mine) ? user.Name : $"{user.Name}, {mine}";
        var readers = (await MinutesReader.ReadAsync(db, meeting.Id, cancellation)).Where(r => r.CanBeWritten).ToList();
        foreach (var reader in readers)
            mailbox.Queue(MinutesLetter.To(reader, meeting, address, contact, isProject) with { NotBefore = leaves });
        return (readers.Count, leaves > now ? leaves : null);
    }

    public static string Toast(string done, (int Count, DateTime? Later) sent) => sent.Count == 0 ? $"{done} Aucun courriel : pas d’adresse connue."
        : $"{done} {(sent.Count == 1 ? "Un courriel part" : $"{sent.Count} courriels partent")} {(sent.Later is { } at ? $"le {French.DateTime(at)}" : "maintenant")}.";
}
