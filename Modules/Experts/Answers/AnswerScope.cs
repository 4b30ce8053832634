using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Experts;

/// <summary>Who reads a shared answer: everybody once published; before, those who read the request that it comes from, since only they know what would designate somebody.</summary>
internal static class AnswerScope
{
    /// <summary>Those that the reader sees.</summary>
    public static IQueryable<SharedAnswer> Readable(this IQueryable<SharedAnswer> answers, IntranetDb db, CurrentUser user, DateOnly today)
    {
        var (requests, keeps) = (db.Set<SupportRequest>().Readable(db, user, today), RequestScope.Keeps(user));
        return answers.Where(a => (a.PublishedOn != null && a.WithdrawnOn == null) || (a.RequestId == null ? keeps : requests.Any(r => r.Id == a.RequestId)));
    }

    /// <summary>Those that the reader writes, reads a second time and withdraws; those that come from no request are coordination's.</summary>
    public static IQueryable<SharedAnswer> Writable(this IQueryable<SharedAnswer> answers, IntranetDb db, CurrentUser user, DateOnly today)
    {
        var (requests, keeps) = (db.Set<SupportRequest>().Readable(db, user, today), RequestScope.Keeps(user));
        return answers.Where(a => a.RequestId == null ? keeps : requests.Any(r => r.Id == a.RequestId));
    }
}
