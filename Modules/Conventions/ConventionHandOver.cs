using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Conventions;

/// <summary>Conventions that a person carries through the posts held that day; they follow the next holder by themselves.</summary>
internal sealed class ConventionHandOver : IHandOverSource
{
    public async Task<IReadOnlyList<CarriedItem>> CarriedAsync(IntranetDb db, int personId, DateOnly today, CancellationToken cancellation)
    {
        var posts = db.Set<Holding>().Where(h => h.PersonId == personId && h.From <= today && (h.To == null || h.To >= today)).Select(h => (int?)h.PostId);
        var facts = await db.Set<Convention>().AsNoTracking()
            .Where(c => c.AbandonedOn == null && posts.Contains(c.OwnerPostId))
            .OrderBy(c => c.Title).Select(ConventionFacts.Projection).ToListAsync(cancellation);
        return [.. facts.Where(f => f.On(today) is not (ConventionState.Replaced or ConventionState.Denounced))
            .Select(f => new CarriedItem(f.Id, ConventionsModule.Convention.Code, $"{f.Number} {f.Title}", "suivi de la convention", f.Decision(today)?.Deadline))];
    }

    public Task GiveAsync(IntranetDb db, int personId, int? successorId, DateOnly lastDay, CancellationToken cancellation) => Task.CompletedTask;
}
