using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Knowledge;

/// <summary>A published page in a list, with its state of the day.</summary>
/// <param name="Views">Times opened these last three months.</param>
/// <param name="YearViews">These last twelve.</param>
/// <param name="Flags">« Périmé » not yet settled.</param>
/// <param name="IsKept">Somebody was chosen to keep it.</param>
internal sealed record ReviewedPage(int Id, int Version, string Title, int SectionId, DateOnly? ReviewedOn, string ReviewedBy, PageReview Review, int Views, int YearViews, int Flags, bool IsKept, string Keeper)
{
    /// <summary>Overdue, and nobody has opened it for a year: to be put away rather than mended.</summary>
    public bool IsToArchive => Review.State == PageState.Overdue && YearViews == 0;

    /// <summary>Days since its date came; 0 where only somebody is missing.</summary>
    public int DaysLate(DateOnly today) => Review.Due is { } due && due < today ? today.DayNumber - due.DayNumber : 0;

    /// <summary>Overdue × popular: what misleads most people for longest comes first. Neither a page that nobody opens nor one due today counts for nothing.</summary>
    public long Weight(DateOnly today) => (long)(DaysLate(today) + 1) * (Views + 1);
}

internal static class ReviewedPages
{
    /// <summary>These pages with their state, in the order of the queue. One command.</summary>
    public static async Task<IReadOnlyList<ReviewedPage>> ReviewedAsync(this IQueryable<KnowledgePage> pages, IntranetDb db, DateOnly today, CancellationToken cancellation)
    {
        var held = db.Set<KnowledgePage>().Where(PageReaders.HasReader(today));
        var (quarter, year) = (ViewCounter.MonthOf(today.AddDays(-90)), ViewCounter.MonthOf(today.AddMonths(-12)));
        var rows = await pages.AsNoTracking().Select(p => new
        {
            p.Id,
            p.Version,
            p.Title,
            p.SectionId,
            p.ReviewMonths,
            p.ReviewedOn,
            p.ReviewedBy,
            p.AskedOn,
            p.AskedWhy,
            HasReader = held.Any(h => h.Id == p.Id),
            IsNamed = p.VerifierPostId != null || p.VerifierId != null || p.OwnerPostId != null || p.OwnerId != null,
            IsKept = p.OwnerPostId != null || p.OwnerId != null,
            Keeper = p.OwnerPost != null ? p.OwnerPost.Title : p.Owner != null ? p.Owner.FirstName + " " + p.Owner.LastName : "",
            Views = p.Views.Where(v => v.Month >= quarter).Sum(v => v.Count),
            YearViews = p.Views.Where(v => v.Month >= year).Sum(v => v.Count),
            Flags = p.Flags.Count(f => f.SettledOn == null),
        }).ToListAsync(cancellation);
        return [.. rows.Select(r => new ReviewedPage(r.Id, r.Version, r.Title, r.SectionId, r.ReviewedOn, r.ReviewedBy,
            PageReview.Of(r.ReviewMonths, r.ReviewedOn, r.AskedOn, r.AskedWhy, r.HasReader, r.IsNamed, today), r.Views, r.YearViews, r.Flags, r.IsKept, r.Keeper.Trim())).InQueueOrder(today)];
    }

    /// <summary>The heaviest first; then the latest due, by title.</summary>
    public static IEnumerable<ReviewedPage> InQueueOrder(this IEnumerable<ReviewedPage> pages, DateOnly today)
        => pages.OrderByDescending(p => p.Weight(today)).ThenBy(p => p.Review.Due ?? DateOnly.MaxValue).ThenBy(p => p.Title, StringComparer.CurrentCulture).ThenBy(p => p.Id);
}
