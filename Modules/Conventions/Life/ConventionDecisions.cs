using System.Runtime.CompilerServices;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Conventions;

/// <summary>Reminds of decisions on conventions: a function of their clauses and the day, so that a moved date moves its reminder.</summary>
internal sealed class ConventionDecisions : IReminderSource
{
    public ReminderRule Rule { get; } = new("convention-decision", "Décision sur une convention", [180, 90, 30, 7], OnAtFirst: true);

    public async IAsyncEnumerable<DueFact> DueAsync(IntranetDb db, DateOnly today, DateOnly until, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var signed = db.Set<Convention>().AsNoTracking().Where(c => (c.SignedOn != null || c.IsToDocument) && c.AbandonedOn == null && c.NoticeReceivedOn == null && c.End != null);
        await foreach (var facts in signed.Select(ConventionFacts.Projection).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            if (facts.Decision(today) is { } decision && decision.Deadline <= until)
                yield return new DueFact { SubjectId = facts.Id, Due = decision.Deadline, Action = decision.Action, Context = ConventionWords.WithoutDecision(facts, decision, today) + ConventionWords.NoticeLimit(decision, today), PostId = facts.OwnerPostId };
        }
    }
}
