using System.Runtime.CompilerServices;
using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Meetings;

/// <summary>
/// What was promised in a meeting: told a week before, on the day, and late, to the post of ours that does it; what a partner promised,
/// to who keeps the relation, else to who of ours was there. Actions of one meeting due on one day are one reminder.
/// </summary>
internal sealed class ActionsDue : IReminderSource
{
    public ReminderRule Rule { get; } = new("meeting-action", "Action de rencontre à faire ou en retard", [7, 0, -7, -21], OnAtFirst: true);

    public async IAsyncEnumerable<DueFact> DueAsync(IntranetDb db, DateOnly today, DateOnly until, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var actions = db.Set<MeetingOutcome>().AsNoTracking()
            .Where(o => o.Kind == OutcomeKind.Action && o.DoneOn == null && o.DroppedOn == null && o.DueOn != null && o.DueOn <= until && o.Meeting!.HeldOn != null && o.Meeting.CancelledOn == null)
            .OrderBy(o => o.MeetingId).ThenBy(o => o.DueOn).ThenBy(o => o.Id)
            .Select(o => new
            {
                o.MeetingId,
                Due = o.DueOn!.Value,
                o.Text,
                IsOurs = o.IsOurs == true,
                o.PostId,
                Relation = (from link in db.SubjectLinks join partner in db.Set<Partner>() on link.ToId equals partner.Id where link.FromId == o.MeetingId && link.Role == LinkRole.Partner && partner.RelationOwnerId != null orderby link.ToId select partner.RelationOwnerId).FirstOrDefault(),
                Ours = o.Meeting!.Participants.Where(p => p.PartnerId == null && p.PostId != null && p.Attendance == Attendance.Present).OrderBy(p => p.Id).Select(p => p.PostId).FirstOrDefault(),
            });
        await foreach (var due in actions.AsAsyncEnumerable().InRuns(o => (o.MeetingId, o.Due), cancellation))
        {
            var posts = due.Select(r => (r.IsOurs ? r.PostId : null) ?? r.Relation ?? r.Ours).OfType<int>().Distinct().ToList();
            yield return new DueFact
            {
                SubjectId = due[0].MeetingId,
                Due = due[0].Due,
                Action = due.Count > 1 ? $"Suivre {due.Count} actions" : due[0].IsOurs ? "Faire ce qui a été convenu" : "Relancer le partenaire",
                Context = string.Join(" ; ", due.Select(r => r.Text)),
                PostId = posts.Count > 0 ? posts[0] : null,
                AlsoPostIds = [.. posts.Skip(1)],
            };
        }
    }
}
