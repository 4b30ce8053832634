using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Knowledge;

/// <summary>How many of the pages that the reader keeps or verifies are to be read again.</summary>
internal sealed class KnowledgeFigures : IFigureSource
{
    public const string Key = "knowledge-to-review";

    public IEnumerable<Figure> Figures(IntranetDb db, CurrentUser user, DateOnly today)
    {
        yield return new Figure(Key, "Pages à relire", "/connaissances/a-relire", db.Set<KnowledgePage>().KeptByAccount(db, user.Id, today).ToReview(db, today).Select(p => p.Id));
    }
}

/// <summary>On the home page: the reader's pages to read again, and what is left of their first week.</summary>
internal sealed class KnowledgeAtHome : IHomePart
{
    private const int Shown = 4;

    public HomePlace Place => HomePlace.Main;
    public int Order => 48;

    /// <summary>One command: pages that concern the reader in either way, told apart afterwards.</summary>
    public async Task<HomeCard?> ReadAsync(IntranetDb db, CurrentUser user, DateOnly today, CancellationToken cancellation)
    {
        if (user.PersonId is not { } person)
            return null;
        var (mine, from) = (db.Set<KnowledgePage>().KeptBy(user, today).ToReview(db, today), today.AddDays(-ReadingPath.ArrivalDays));
        // Who has been there for long knows where the list is.
        var jobs = db.Set<Contacts.StaffMember>().Where(s => s.PersonId == person && s.From <= today && (s.To == null || s.To >= today));
        var rows = await db.Set<KnowledgePage>().AsNoTracking().Published()
            .Select(p => new
            {
                p.Id,
                p.Title,
                p.AskedOn,
                p.AskedWhy,
                p.ReviewMonths,
                p.ReviewedOn,
                IsMine = mine.Any(m => m.Id == p.Id),
                IsLeft = !p.Receipts.Any(r => r.PersonId == person) && jobs.Any(j => j.From >= from) && !jobs.Any(j => j.From < from) && p.RequiredFor.Any(r => jobs.Any(j => r.Function == "" || j.Function == r.Function)),
            })
            .Where(p => p.IsMine || p.IsLeft).OrderByDescending(p => p.IsMine).ThenBy(p => p.ReviewedOn).ThenBy(p => p.Id).ToListAsync(cancellation);
        return rows.Count == 0 ? null : new HomeCard("/Pages/PageQueue/_HomePages.cshtml", new PagesAtHome(
            [.. rows.Where(r => r.IsMine).Take(Shown).Select(r => new HomePage(r.Id, r.Title, PageReview.Of(r.ReviewMonths, r.ReviewedOn, r.AskedOn, r.AskedWhy, hasReader: false, readerNamed: true, today).Reason))],
            rows.Count(r => r.IsMine), [.. rows.Where(r => r.IsLeft).Take(Shown).Select(r => new HomePage(r.Id, r.Title, ""))], rows.Count(r => r.IsLeft)));
    }
}

internal sealed record HomePage(int Id, string Title, string Reason);

internal sealed record PagesAtHome(IReadOnlyList<HomePage> ToReview, int ToReviewCount, IReadOnlyList<HomePage> Left, int LeftCount);
