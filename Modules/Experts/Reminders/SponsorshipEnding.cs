using System.Runtime.CompilerServices;
using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Experts;

/// <summary>A sponsorship whose year ends, told to the head of the establishment that leans. Off at first.</summary>
internal sealed class SponsorshipEnding : IReminderSource
{
    public ReminderRule Rule { get; } = new("sponsorship-ending", "Parrainage à renouveler", [30, 7]);

    public async IAsyncEnumerable<DueFact> DueAsync(IntranetDb db, DateOnly today, DateOnly until, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var heads = await TeamHeads.ReadAsync(db, today, cancellation);
        // A few hundred at most; the end is computed.
        var open = await db.Set<Sponsorship>().AsNoTracking().Where(s => s.EndedOn == null).OrderBy(s => s.Id).Select(s => new { Sponsorship = s, Topic = s.Topic!.Name, Resource = s.Resource!.Subject.Title }).ToListAsync(cancellation);
        foreach (var row in open.Where(s => s.Sponsorship.Until <= until))
        {
            yield return new DueFact
            {
                SubjectId = row.Sponsorship.Id,
                Due = row.Sponsorship.Until,
                Action = "Renouveler le parrainage ou le terminer",
                Context = $"{row.Topic}, avec {row.Resource}. Un clic le renouvelle pour un an.",
                PostId = heads.Of(row.Sponsorship.GeneralistId),
            };
        }
    }
}
