using System.Runtime.CompilerServices;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Conventions;

/// <summary>Annual reviews to hold by 31 March, or missing since; only the last year that is missing is asked for.</summary>
internal sealed class ReviewsMissing : IReminderSource
{
    public ReminderRule Rule { get; } = new("convention-review", "Bilan annuel d’une convention", [60, 14, -1, -30]);

    public async IAsyncEnumerable<DueFact> DueAsync(IntranetDb db, DateOnly today, DateOnly until, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var owing = db.Set<Convention>().AsNoTracking().AsSingleQuery()
            .Where(c => (c.SignedOn != null || c.IsToDocument) && c.AbandonedOn == null && c.Start < until)
            .Select(ConventionFacts.Projection)
            .Select(facts => new { Facts = facts, Years = db.Set<AnnualReview>().Where(r => r.ConventionId == facts.Id && r.HeldOn != null).Select(r => r.Year).ToList() });
        await foreach (var convention in owing.AsAsyncEnumerable().WithCancellation(cancellation))
        {
            foreach (var year in ReviewDue.Missing(convention.Facts, convention.Years, today, until))
            {
                yield return new DueFact
                {
                    SubjectId = convention.Facts.Id,
                    Due = ReviewDue.On(year),
                    Action = $"Tenir le bilan {year}",
                    Context = $"En vigueur six mois au moins en {year}, la convention doit son bilan avant le {French.Date(ReviewDue.On(year))}.",
                    PostId = convention.Facts.OwnerPostId,
                };
            }
        }
    }
}
