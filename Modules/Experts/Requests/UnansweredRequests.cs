using System.Runtime.CompilerServices;
using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Experts;

/// <summary>
/// A request without answer for twenty-one working days: the head of service of the asker's establishment is told; where the head asked, the post above.
/// It is about the establishment, for a day and a topic, and names nobody. Those asked are written to before, by <see cref="RequestDelays"/>, since most
/// hold no post.
/// </summary>
internal sealed class UnansweredRequests : IReminderSource
{
    public ReminderRule Rule { get; } = new("support-unanswered", "Demande d’appui sans réponse", [0], OnAtFirst: true);

    public async IAsyncEnumerable<DueFact> DueAsync(IntranetDb db, DateOnly today, DateOnly until, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var (last, givenUp) = (RequestStates.LastAsked(SupportRequest.SecondReminder, until), RequestStates.LastGivenUp(today));
        var late = await db.Set<SupportRequest>().AsNoTracking().Where(r => r.CancelledOn == null && r.ClosedOn == null && r.GivenUpOn == null && r.AskedOn <= last && r.AskedOn > givenUp && !r.Experts.Any(e => e.AnsweredOn != null))
            .Select(r => new { r.EstablishmentId, r.AskedOn, r.PersonId, Topic = r.Topic!.Name }).ToListAsync(cancellation);
        if (late.Count == 0)
            yield break;
        var heads = await TeamHeads.ReadAsync(db, today, cancellation);
        foreach (var group in late.GroupBy(r => (r.EstablishmentId, Due: WorkingDays.Add(r.AskedOn, SupportRequest.SecondReminder))).OrderBy(g => g.Key.Due).ThenBy(g => g.Key.EstablishmentId))
        {
            var asked = group.Min(r => r.AskedOn);
            yield return new DueFact
            {
                SubjectId = group.Key.EstablishmentId,
                Due = group.Key.Due,
                Action = "Trouver une réponse à une demande d’appui",
                Context = $"{French.Count(group.Count(), "demande")} du {French.Date(asked)} sans réponse\u00a0: {string.Join(", ", group.Select(r => r.Topic).Distinct().Order(StringComparer.CurrentCulture))}. À suivre dans Demandes d’appui, abandon le {French.Date(RequestStates.GivenUpOn(asked))}.",
                PostId = heads.Of(group.Key.EstablishmentId, group.Select(r => r.PersonId)),
            };
        }
    }
}
