using System.Runtime.CompilerServices;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Conventions;

/// <summary>Express renewals whose file is to be sent to the authority: the working date, before that of the decision (trade.md).</summary>
internal sealed class ConventionRequests : IReminderSource
{
    public ReminderRule Rule { get; } = new("convention-request", "Renouvellement d’une convention à demander", [90, 30, 7, -14]);

    public async IAsyncEnumerable<DueFact> DueAsync(IntranetDb db, DateOnly today, DateOnly until, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var open = db.Set<Convention>().AsNoTracking().Where(c => c.RequestedOn == null && c.Renewal != RenewalMode.Tacit && c.AbandonedOn == null && c.NoticeReceivedOn == null && c.End >= today);
        await foreach (var facts in open.Select(ConventionFacts.Projection).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            // One that starts later owes its request once it has started.
            if (facts.RequestDue(facts.Start > today ? facts.Start.Value : today) is { } due && due <= until)
                yield return new DueFact { SubjectId = facts.Id, Due = due, Action = "Demander le renouvellement", Context = $"Dossier, bilan et budget ; la convention prend fin le {French.Date(facts.End!.Value)}.", PostId = facts.OwnerPostId };
        }
    }
}
