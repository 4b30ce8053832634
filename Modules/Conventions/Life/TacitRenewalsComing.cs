using System.Runtime.CompilerServices;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Conventions;

/// <summary>
/// A tacit renewal that is about to take place: time to write to the other side, whose letter is drafted (<see cref="RenewalLetter"/>).
/// A decision, a notice or the signed agreement that follows ends it; so does the limit of notice, after which it rolls.
/// </summary>
internal sealed class TacitRenewalsComing : IReminderSource
{
    public ReminderRule Rule { get; } = new("convention-tacit", "Reconduction tacite à venir", [60, 30, 15]);

    public async IAsyncEnumerable<DueFact> DueAsync(IntranetDb db, DateOnly today, DateOnly until, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var rolling = db.Set<Convention>().AsNoTracking().Where(c => c.Renewal == RenewalMode.Tacit && (c.SignedOn != null || c.IsToDocument) && c.AbandonedOn == null && c.NoticeReceivedOn == null && c.End != null);
        await foreach (var facts in rolling.Select(ConventionFacts.Projection).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            if (facts.Decision(today) is { Rolls: true } decision && decision.Deadline <= until)
            {
                yield return new DueFact
                {
                    SubjectId = facts.Id,
                    Due = decision.Deadline,
                    Action = "Écrire au partenaire avant la reconduction tacite",
                    Context = $"Elle se reconduit le {French.Date(decision.End.AddDays(1))} pour {ConventionWords.Length(facts.Terms.RollMonths)}, sauf préavis reçu au plus tard le {French.Date(decision.Limit)}. La lettre est prête sur sa fiche.",
                    PostId = facts.OwnerPostId,
                };
            }
        }
    }
}
