using System.Runtime.CompilerServices;
using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Meetings;

/// <summary>Visits of our houses that come near.</summary>
internal sealed class VisitsComing : IReminderSource
{
    public ReminderRule Rule { get; } = new("visit-coming", "Visite à préparer", [30, 7, 1]);

    public async IAsyncEnumerable<DueFact> DueAsync(IntranetDb db, DateOnly today, DateOnly until, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var visits = db.Set<Meeting>().AsNoTracking().Where(MeetingStates.In(MeetingState.Planned))
            .Where(m => m.Kind.Code == MeetingKind.VisitCode && !m.IsApproximate && m.On >= today && m.On <= until)
            .Select(m => new
            {
                m.Id,
                m.On,
                Partners = m.Subject.Links.Where(l => l.Role == LinkRole.Partner).OrderBy(l => l.To.Title).Select(l => l.To.Title).ToList(),
                Ours = m.Participants.Where(p => p.PartnerId == null && p.PostId != null).OrderByDescending(p => p.Level).ThenBy(p => p.Id).Select(p => p.PostId).FirstOrDefault(),
                Head = (from link in db.SubjectLinks join post in db.Set<Post>() on link.ToId equals post.EstablishmentId where link.FromId == m.Id && link.Role == LinkRole.Establishment && post.Level == PostLevel.Management && !post.IsServiceLine && post.ClosedOn == null select (int?)post.Id).Min(),
            });
        await foreach (var visit in visits.AsAsyncEnumerable().WithCancellation(cancellation))
        {
            yield return new DueFact
            {
                SubjectId = visit.Id,
                Due = visit.On,
                Action = "Préparer la visite",
                Context = visit.Partners.Count > 0 ? $"Visite de {French.List(visit.Partners)}." : "",
                PostId = visit.Ours ?? visit.Head,
            };
        }
    }
}
