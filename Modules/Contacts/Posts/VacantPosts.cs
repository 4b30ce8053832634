using System.Runtime.CompilerServices;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts;

/// <summary>A post whose last holder has left, ours or of a followed partner: somebody is to be named.</summary>
internal sealed class VacantPosts : IReminderSource
{
    public ReminderRule Rule { get; } = new("post-vacant", "Poste vacant", [0, -30], OnAtFirst: true);

    public async IAsyncEnumerable<DueFact> DueAsync(IntranetDb db, DateOnly today, DateOnly until, [EnumeratorCancellation] CancellationToken cancellation)
    {
        // Somebody who holds it beyond that day or is named for later ends the vacancy; a post that nobody is known to have held has no day to count from.
        var posts = db.Set<Post>().AsNoTracking()
            .Where(p => !p.IsServiceLine && p.ClosedOn == null && p.Holdings.Any()
                && !p.Holdings.Any(h => (h.To == null || h.To >= until) && (h.Person!.DepartedOn == null || h.Person.DepartedOn >= until)))
            .Where(p => p.EstablishmentId != null ? p.Establishment!.ClosedOn == null : p.Partner!.RelationOwnerId != null && p.Partner.ClosedOn == null)
            .Select(p => new
            {
                p.Id,
                Place = p.Partner != null ? p.Partner.Name : p.Establishment!.Subject.Title,
                Responsible = p.Partner != null ? p.Partner.RelationOwnerId : p.SuperiorId,
                Ends = p.Holdings.Select(h => new { h.To, h.Person!.DepartedOn }).ToList(),
            });
        await foreach (var post in posts.AsAsyncEnumerable().WithCancellation(cancellation))
        {
            var last = post.Ends.Max(e => e.To is null || e.DepartedOn < e.To ? e.DepartedOn : e.To);
            if (last is not { } day)
                continue;
            var since = day.AddDays(1);
            yield return new DueFact
            {
                SubjectId = post.Id,
                Due = since,
                Action = "Désigner un interlocuteur",
                Context = $"{post.Place}\u00a0: poste vacant {(since > today ? "à partir du" : "depuis le")} {French.Date(since)}.",
                PostId = post.Responsible,
            };
        }
    }
}
