using System.Runtime.CompilerServices;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Meetings;

/// <summary>Somebody new whom nobody of ours has met: a month and a week before the sixty days are over, and once late. Off at first.</summary>
internal sealed class FirstContactReminders : IReminderSource
{
    public ReminderRule Rule { get; } = new("first-contact", "Premier contact avec une personne qui prend son poste", [30, 7, -1]);

    public async IAsyncEnumerable<DueFact> DueAsync(IntranetDb db, DateOnly today, DateOnly until, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var arrival in Arrivals.Of(db, today, until.AddDays(-FirstContact.Days)).Where(a => a.MetOn == null).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            var due = arrival.On(today).Due;
            if (due > until)
                continue;
            yield return new DueFact
            {
                SubjectId = arrival.PostId,
                Due = due,
                Action = "Prendre un premier contact",
                Context = $"{arrival.Partner}\u00a0: {arrival.Person} {(arrival.From > today ? "prend" : "a pris")} ce poste le {French.Date(arrival.From)}.",
                PostId = arrival.OwnerPostId,
            };
        }
    }
}

/// <summary>First contacts to make.</summary>
internal sealed class RelationFigures : IFigureSource
{
    public IEnumerable<Figure> Figures(IntranetDb db, CurrentUser user, DateOnly today)
    {
        yield return new Figure("first-contacts", "Premiers contacts à prendre", "/rencontres/premiers-contacts", Arrivals.Of(db, today).Where(a => a.MetOn == null).Select(a => a.HoldingId));
    }
}
