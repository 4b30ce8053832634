using System.Runtime.CompilerServices;
using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Meetings;

/// <summary>A meeting was held and is not closed: its minutes are due seven days later.</summary>
internal sealed class MinutesMissing : IReminderSource
{
    /// <summary>Days left to write the minutes.</summary>
    public const int Delay = 7;

    public ReminderRule Rule { get; } = new("minutes-missing", "Compte rendu manquant", [0, -7, -21], OnAtFirst: true);

    public async IAsyncEnumerable<DueFact> DueAsync(IntranetDb db, DateOnly today, DateOnly until, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var limit = until.AddDays(-Delay);
        var held = db.Set<Meeting>().AsNoTracking().Where(MeetingStates.In(MeetingState.Held)).Where(m => m.HeldOn <= limit).Select(m => new
        {
            m.Id,
            HeldOn = m.HeldOn!.Value,
            IsWritten = m.Minutes != "",
            Post = (from link in db.SubjectLinks join partner in db.Set<Partner>() on link.ToId equals partner.Id where link.FromId == m.Id && link.Role == LinkRole.Partner && partner.RelationOwnerId != null orderby link.ToId select partner.RelationOwnerId).FirstOrDefault(),
            Ours = m.Participants.Where(p => p.PartnerId == null && p.PostId != null && p.Attendance == Attendance.Present).OrderBy(p => p.Id).Select(p => p.PostId).FirstOrDefault(),
        });
        await foreach (var meeting in held.AsAsyncEnumerable().WithCancellation(cancellation))
        {
            yield return new DueFact
            {
                SubjectId = meeting.Id,
                Due = meeting.HeldOn.AddDays(Delay),
                Action = meeting.IsWritten ? "Clore la rencontre et envoyer le compte rendu" : "Rédiger le compte rendu",
                Context = $"Rencontre tenue le {French.Date(meeting.HeldOn)}.",
                PostId = meeting.Post ?? meeting.Ours,
            };
        }
    }
}
