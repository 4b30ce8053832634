using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts;

/// <summary>The post that answers for each team, and the one above it. One command.</summary>
public sealed class TeamHeads
{
    private readonly Dictionary<int, HeadPost> heads;

    private TeamHeads(Dictionary<int, HeadPost> heads) => this.heads = heads;

    public static async Task<TeamHeads> ReadAsync(IntranetDb db, DateOnly today, CancellationToken cancellation)
    {
        var posts = await db.Set<Post>().AsNoTracking().AsSingleQuery().Where(p => p.EstablishmentId != null && p.Level == PostLevel.Management && !p.IsServiceLine && p.ClosedOn == null).OrderBy(p => p.Id)
            .Select(p => new { Place = p.EstablishmentId!.Value, p.Id, p.SuperiorId, Holders = p.Holdings.Where(h => h.From <= today && (h.To == null || h.To >= today)).Select(h => h.PersonId).ToList() }).ToListAsync(cancellation);
        return new(posts.GroupBy(p => p.Place).ToDictionary(g => g.Key, g => g.Select(p => new HeadPost(p.Id, p.SuperiorId, p.Holders)).First()));
    }

    /// <summary>Null when the establishment has no such post: nobody is in charge.</summary>
    public int? Of(int? establishmentId) => establishmentId is { } id && heads.TryGetValue(id, out var head) ? head.PostId : null;

    /// <summary>Who answers for what these people did: the level above where they all hold the post themselves.</summary>
    public int? Of(int establishmentId, IEnumerable<int> people)
        => heads.TryGetValue(establishmentId, out var head) ? people.All(head.Holders.Contains) ? head.AboveId : head.PostId : null;

    private sealed record HeadPost(int PostId, int? AboveId, List<int> Holders);
}
