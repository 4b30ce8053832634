using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts;

/// <summary>Reads the line from the database: two commands for all posts, or two a level for a few.</summary>
public static class PostLineQuery
{
    /// <summary>Every post that is open, for rules that ask about thousands.</summary>
    public static async Task<PostLine> AllAsync(IntranetDb db, DateOnly day, CancellationToken cancellation = default)
    {
        var posts = await Posts(db.Set<Post>(), day).ToListAsync(cancellation);
        var people = db.Set<Person>().Where(p => p.Holdings.Any(h => h.From <= day && (h.To == null || h.To >= day))
            || db.Set<Absence>().Any(a => a.SubstituteId == p.Id && a.From <= day && a.To >= day));
        return new PostLine(day, posts, await PeopleAsync(people, day, cancellation));
    }

    /// <summary>These posts and those above them.</summary>
    public static async Task<PostLine> OfAsync(IntranetDb db, IReadOnlyCollection<int> postIds, DateOnly day, CancellationToken cancellation = default)
    {
        var posts = new Dictionary<int, LinePost>();
        for (var wanted = postIds.Distinct().ToList(); wanted.Count > 0;)
        {
            foreach (var post in await Posts(db.Set<Post>().Where(p => wanted.Contains(p.Id)), day).ToListAsync(cancellation))
                posts[post.Id] = post;
            wanted = [.. posts.Values.Select(p => p.SuperiorId).OfType<int>().Where(id => !posts.ContainsKey(id)).Distinct()];
        }
        var holders = posts.Values.SelectMany(p => p.Holdings).Select(h => h.PersonId).Distinct().ToList();
        var people = db.Set<Person>().Where(p => holders.Contains(p.Id)
            || db.Set<Absence>().Any(a => a.SubstituteId == p.Id && holders.Contains(a.PersonId) && a.From <= day && a.To >= day));
        return new PostLine(day, posts.Values, await PeopleAsync(people, day, cancellation));
    }

    // Past holdings come too, since the last one dates a vacancy; a post has few.
    private static IQueryable<LinePost> Posts(IQueryable<Post> posts, DateOnly day) => posts.AsNoTracking().Select(p => new LinePost(
        p.Id, p.Title, p.SuperiorId, p.IsServiceLine, p.ClosedOn,
        p.Holdings.Where(h => h.From <= day).Select(h => new LineHolding(h.PersonId, h.From, h.To)).ToList()));

    private static async Task<List<LinePerson>> PeopleAsync(IQueryable<Person> people, DateOnly day, CancellationToken cancellation)
    {
        var rows = await people.AsNoTracking().AsSingleQuery()
            .Select(p => new
            {
                p.Id,
                p.FirstName,
                p.LastName,
                p.DepartedOn,
                Absences = p.Absences.Where(a => a.From <= day && a.To >= day).Select(a => new { a.From, a.To, a.SubstituteId }).ToList(),
                Leaves = p.Employments.Where(s => s.To == null || s.To >= day).Where(s => s.LongLeaveFrom <= day && (s.LongLeaveTo == null || s.LongLeaveTo >= day))
                    .Select(s => new { s.LongLeaveFrom, s.LongLeaveTo }).ToList(),
            })
            .ToListAsync(cancellation);
        return [.. rows.Select(p => new LinePerson(p.Id, $"{p.FirstName} {p.LastName}".Trim(), p.DepartedOn,
        [
            .. p.Absences.Select(a => new LineAbsence(a.From, a.To, a.SubstituteId)),
            .. p.Leaves.Select(l => new LineAbsence(l.LongLeaveFrom!.Value, l.LongLeaveTo, null)),
        ]))];
    }
}
