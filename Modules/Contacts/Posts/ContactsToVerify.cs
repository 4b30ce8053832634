using System.Runtime.CompilerServices;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts;

/// <summary>
/// Contact details of a followed partner that nobody verified for as long as its posts say: one reminder a partner and month. What is
/// still to verify is told together, under the month of the oldest, so that a partner left aside doesn't begin a new one each month.
/// </summary>
internal sealed class ContactsToVerify : IReminderSource
{
    public ReminderRule Rule { get; } = new("contact-to-verify", "Coordonnées à vérifier", [0, -30, -60]) { EscalateAfter = null, IsGrouped = true };

    public async IAsyncEnumerable<DueFact> DueAsync(IntranetDb db, DateOnly today, DateOnly until, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var posts = db.Set<Post>().AsNoTracking()
            .Where(p => p.ClosedOn == null && p.VerifiedOn != null && p.Partner!.RelationOwnerId != null && p.Partner.ClosedOn == null && p.Partner.MergedIntoId == null)
            .OrderBy(p => p.PartnerId).ThenBy(p => p.Title).ThenBy(p => p.Id)
            .Select(p => new { PartnerId = p.PartnerId!.Value, p.Title, On = p.VerifiedOn!.Value, p.VerifyEveryMonths, p.Partner!.RelationOwnerId });
        await foreach (var partner in posts.AsAsyncEnumerable().InRuns(p => p.PartnerId, cancellation))
        {
            var months = partner.Select(p => (p.Title, p.On, Month: First(p.On.AddMonths(p.VerifyEveryMonths)))).Where(p => p.Month <= until)
                .GroupBy(p => p.Month <= today ? DateOnly.MinValue : p.Month);
            foreach (var stale in months)
            {
                yield return new DueFact
                {
                    SubjectId = partner[0].PartnerId,
                    Due = stale.Min(p => p.Month),
                    Action = stale.Count() == 1 ? "Vérifier 1 coordonnée" : $"Vérifier {stale.Count()} coordonnées",
                    Context = $"{string.Join(", ", stale.Select(p => p.Title))}. La plus ancienne vérification date du {French.Date(stale.Min(p => p.On))}.",
                    PostId = partner[0].RelationOwnerId,
                };
            }
        }
    }

    private static DateOnly First(DateOnly day) => new(day.Year, day.Month, 1);
}
