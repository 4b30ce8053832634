using System.Linq.Expressions;
using Intranet.Contacts;
using Intranet.Shared;

namespace Intranet.Knowledge;

/// <summary>Who answers for pages on a day: the verifier, else who keeps them; and when their date comes. In the query, so that counts and lists agree.</summary>
internal static class PageReaders
{
    /// <summary>Somebody answers: a person employed by us, a post that is open and held, or a line, which is never vacant.</summary>
    public static Expression<Func<KnowledgePage, bool>> HasReader(DateOnly day)
        => p => p.VerifierPostId != null
            ? p.VerifierPost!.ClosedOn == null && (p.VerifierPost.IsServiceLine || p.VerifierPost.Holdings.Any(h => h.From <= day && (h.To == null || h.To >= day) && h.Person!.ErasedOn == null && (h.Person.DepartedOn == null || h.Person.DepartedOn >= day)))
            : p.VerifierId != null
            ? p.Verifier!.ErasedOn == null && p.Verifier.Employments.Any(s => s.From <= day && (s.To == null || s.To >= day))
            : p.OwnerPostId != null
            ? p.OwnerPost!.ClosedOn == null && (p.OwnerPost.IsServiceLine || p.OwnerPost.Holdings.Any(h => h.From <= day && (h.To == null || h.To >= day) && h.Person!.ErasedOn == null && (h.Person.DepartedOn == null || h.Person.DepartedOn >= day)))
            : p.OwnerId != null && p.Owner!.ErasedOn == null && p.Owner.Employments.Any(s => s.From <= day && (s.To == null || s.To >= day));

    /// <summary>As <see cref="PageAccess.KeptBy"/>, for an account of which the person is not read yet: figures of the layout.</summary>
    public static IQueryable<KnowledgePage> KeptByAccount(this IQueryable<KnowledgePage> pages, IntranetDb db, int account, DateOnly day)
    {
        var people = db.Users.Where(a => a.Id == account && a.PersonId != null).Select(a => a.PersonId);
        var posts = db.Set<Holding>().Where(h => people.Contains(h.PersonId) && h.From <= day && (h.To == null || h.To >= day)).Select(h => (int?)h.PostId);
        return pages.Where(p => people.Contains(p.OwnerId) || people.Contains(p.VerifierId) || posts.Contains(p.OwnerPostId) || posts.Contains(p.VerifierPostId));
    }

    /// <summary>Published, and not in the bin.</summary>
    public static IQueryable<KnowledgePage> Published(this IQueryable<KnowledgePage> pages) => pages.Where(p => p.PublishedNumber != null && p.BinnedOn == null);

    /// <summary>Those that ask for a look that day, whoever answers for them: exactly those whose <see cref="PageReview"/> says « À relire » or « Dépassée ».</summary>
    public static IQueryable<KnowledgePage> ToReview(this IQueryable<KnowledgePage> pages, IntranetDb db, DateOnly day)
    {
        var (due, held) = (db.Set<KnowledgePage>().Where(DueBy(day)), db.Set<KnowledgePage>().Where(HasReader(day)));
        return pages.Published().Where(p => p.ReviewedOn == null || p.AskedOn <= day || due.Any(d => d.Id == p.Id) || !held.Any(h => h.Id == p.Id));
    }

    /// <summary>
    /// The date has come by that day. Months are counted as the calendar does (31 January and one month is the last of February), with the parts of the
    /// date alone: two databases would not add them alike.
    /// </summary>
    public static Expression<Func<KnowledgePage, bool>> DueBy(DateOnly day)
    {
        var (month, of, isLast) = ((day.Year * 12) + day.Month, day.Day, day.Day == DateTime.DaysInMonth(day.Year, day.Month));
        return p => p.ReviewMonths != null && p.ReviewedOn != null
            && ((p.ReviewedOn.Value.Year * 12) + p.ReviewedOn.Value.Month + p.ReviewMonths.Value < month
                || ((p.ReviewedOn.Value.Year * 12) + p.ReviewedOn.Value.Month + p.ReviewMonths.Value == month && (isLast || p.ReviewedOn.Value.Day <= of)));
    }
}
