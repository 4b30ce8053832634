using System.Runtime.CompilerServices;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Conventions;

/// <summary>
/// Promises of either side whose day comes, or has passed, while the agreement lives. Those of one agreement due on one day are one
/// reminder; a promise without a day lapses with the agreement, when there is nothing left to remind of.
/// </summary>
internal sealed class CommitmentsDue : IReminderSource
{
    public ReminderRule Rule { get; } = new("convention-commitment", "Engagement d’une convention", [30, 7, 0, -7]);

    public async IAsyncEnumerable<DueFact> DueAsync(IntranetDb db, DateOnly today, DateOnly until, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var promises =
            from facts in db.Set<Convention>().AsNoTracking().Where(c => (c.SignedOn != null || c.IsToDocument) && c.AbandonedOn == null).Select(ConventionFacts.Projection)
            join promise in db.Set<Commitment>() on facts.Id equals promise.ConventionId
            where promise.FulfilledOn == null && promise.DueOn <= until
            orderby facts.Id, promise.DueOn, promise.Id
            select new { Facts = facts, Due = promise.DueOn!.Value, promise.Text, promise.IsOurs };
        await foreach (var due in promises.AsAsyncEnumerable().InRuns(p => (p.Facts.Id, p.Due), cancellation))
        {
            var first = due[0];
            if (first.Facts.On(first.Due > today ? first.Due : today) is not (ConventionState.Signed or ConventionState.InForce or ConventionState.Renewal or ConventionState.ExpiredButApplied))
                continue;
            yield return new DueFact
            {
                SubjectId = first.Facts.Id,
                Due = first.Due,
                Action = due.Count > 1 ? $"Suivre {due.Count} engagements" : first.IsOurs ? "Tenir notre engagement" : "Relancer le partenaire sur son engagement",
                Context = string.Join(" ", due.Select(p => p.Text)),
                PostId = first.Facts.OwnerPostId,
            };
        }
    }
}
