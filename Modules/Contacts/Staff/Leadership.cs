using Intranet.Shared;

namespace Intranet.Contacts;

/// <summary>Who leads an establishment: the holder of one of its management posts (rules.md, "Who may what").</summary>
public static class Leadership
{
    /// <summary>The establishments that a person leads that day.</summary>
    public static IQueryable<Establishment> EstablishmentsLedBy(this IntranetDb db, int personId, DateOnly day) => db.Set<Establishment>().LedBy(personId, day);

    /// <summary>Among these establishments, those that the person leads that day: a holding's first and last days both count.</summary>
    public static IQueryable<Establishment> LedBy(this IQueryable<Establishment> establishments, int personId, DateOnly day)
        => establishments.Where(e => e.Posts.Any(p => p.Level == PostLevel.Management && !p.IsServiceLine && (p.ClosedOn == null || p.ClosedOn >= day)
            && p.Holdings.Any(h => h.PersonId == personId && h.From <= day && (h.To == null || h.To >= day))));

    /// <summary>Id of the management post that answers for the establishment, the oldest when there are several; null when it has none.</summary>
    public static int? ManagementPostId(IEnumerable<Post> posts)
        => posts.Where(p => p.Level == PostLevel.Management && !p.IsServiceLine && p.ClosedOn == null).Select(p => (int?)p.Id).Min();
}
