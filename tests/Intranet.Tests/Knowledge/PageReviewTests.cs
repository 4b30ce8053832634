using FsCheck;
using FsCheck.Fluent;
using Intranet.Knowledge;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Tests.Knowledge;

/// <summary>How far a page is to be trusted, and in which order pages are looked at.</summary>
public sealed class PageReviewTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    [Theory]
    // The date is 15 December 2026: thirty days before it is far, then near, then come, then long gone.
    [InlineData("2026-11-14", nameof(PageState.Trusted))]
    [InlineData("2026-11-15", nameof(PageState.Soon))]
    [InlineData("2026-12-14", nameof(PageState.Soon))]
    [InlineData("2026-12-15", nameof(PageState.ToReview))]
    [InlineData("2027-03-15", nameof(PageState.ToReview))]
    [InlineData("2027-03-16", nameof(PageState.Overdue))]
    public void Its_date_comes(string day, string state)
    {
        var review = Of(12, new(2025, 12, 15), DateOnly.Parse(day));
        Assert.Equal((state, (DateOnly?)new DateOnly(2026, 12, 15)), ($"{review.State}", review.Due));
    }

    [Theory]
    // Months end where they end, in leap years too.
    [InlineData("2027-01-31", 1, "2027-02-28")]
    [InlineData("2028-01-31", 1, "2028-02-29")]
    [InlineData("2024-02-29", 12, "2025-02-28")]
    [InlineData("2024-02-29", 48, "2028-02-29")]
    [InlineData("2026-08-31", 6, "2027-02-28")]
    [InlineData("2026-11-30", 3, "2027-02-28")]
    public void Months_are_those_of_the_calendar(string reviewed, int months, string due)
    {
        var (on, last) = (DateOnly.Parse(reviewed), DateOnly.Parse(due));
        Assert.Equal(last, Of(months, on, on).Due);
        Assert.Equal(PageState.Soon, Of(months, on, last.AddDays(-1)).State);
        Assert.Equal(PageState.ToReview, Of(months, on, last).State);
    }

    [Fact]
    public void What_it_rests_on_changed_and_it_says_so()
    {
        var review = PageReview.Of(12, new(2026, 6, 1), new(2026, 11, 2), "« SPIP 93 » a changé (adresse).", hasReader: true, readerNamed: true, Today);
        Assert.Equal((PageState.ToReview, (DateOnly?)new DateOnly(2026, 11, 2)), (review.State, review.Due));
        Assert.Equal("Relecture demandée le 02/11/2026 : « SPIP 93 » a changé (adresse). Vérifiez avant de vous en servir.", review.Reason);
        Assert.Equal(PageState.Overdue, PageReview.Of(null, new(2026, 6, 1), new(2026, 8, 1), "Changé", true, true, Today).State);
        // Asked for later than its own date: it is late since its date.
        Assert.Equal(new DateOnly(2026, 10, 1), PageReview.Of(12, new(2025, 10, 1), new(2026, 11, 2), "Changé", true, true, Today).Due);
    }

    [Fact]
    public void Nobody_answers_for_it_any_more()
    {
        Assert.Equal((PageState.ToReview, "Qui la relisait n’est plus en poste : à confier à quelqu’un."), State(named: true));
        Assert.Equal((PageState.ToReview, "Personne ne tient cette page : à confier à quelqu’un."), State(named: false));
        // An exemption from ageing is none from having somebody.
        Assert.Equal(PageState.ToReview, PageReview.Of(null, Today, null, "", false, true, Today).State);

        (PageState, string) State(bool named) => PageReview.Of(12, Today, null, "", false, named, Today) is var review ? (review.State, review.Reason) : default;
    }

    [Fact]
    public void Without_a_date_it_says_that_it_does_not_age()
    {
        var review = Of(null, new(2019, 1, 1), Today);
        Assert.Equal((PageState.Evergreen, (DateOnly?)null, true), (review.State, review.Due, review.IsTrusted));
        Assert.StartsWith("Sans échéance", review.Reason, StringComparison.Ordinal);
        Assert.Equal(PageState.ToReview, Of(null, null, Today).State);
    }

    [Fact]
    public void Time_only_makes_it_worse_until_somebody_looks() => Check((months, reviewed, asked, flags) =>
    {
        var last = PageState.Evergreen;
        for (var day = reviewed; day <= reviewed.AddDays(3000); day = day.AddDays(1 + (flags % 17)))
        {
            var state = PageReview.Of(months, reviewed, asked, "", flags % 3 > 0, flags % 2 > 0, day).State;
            if (state < last)
                return false;
            last = state;
        }
        return PageReview.Of(months, reviewed.AddDays(3000), null, "", true, true, reviewed.AddDays(3000)).IsTrusted;
    });

    [Fact]
    public void The_query_counts_months_as_the_calendar_does() => Check((months, reviewed, _, flags) =>
    {
        var page = new KnowledgePage(1, PageKind.Reference, "Essai");
        page.ReviewEvery(months);
        page.Confirm("", reviewed);
        return Enumerable.Range(-40, 80).All(shift => PageReaders.DueBy(Due().AddDays(shift + (flags % 3))).Compile(preferInterpretation: true)(page) == (months is not null && page.ReviewDue <= Due().AddDays(shift + (flags % 3))));

        DateOnly Due() => page.ReviewDue ?? reviewed;
    });

    [Fact]
    public void What_misleads_most_people_for_longest_comes_first()
    {
        var (read, old, quiet, missing) = (Row(1, due: -10, views: 99), Row(2, due: -400, views: 1), Row(3, due: 0, views: 0), Row(4, due: null, views: 3));
        // 11 days × 100, 401 × 2, nobody but 4, 1 × 1.
        Assert.Equal([read, old, missing, quiet], new[] { quiet, missing, old, read }.InQueueOrder(Today));
        Assert.Equal([1100L, 802L, 4L, 1L], new[] { read, old, missing, quiet }.Select(r => r.Weight(Today)));
        Assert.False(read.IsToArchive);
        Assert.True(Row(5, due: -91, views: 0).IsToArchive);
        Assert.False(Row(6, due: -90, views: 0).IsToArchive);
    }

    [Fact]
    public void The_share_of_trusted_pages_counts_what_is_below_with_its_section()
    {
        var report = TrustReport.Of([new(1, null, "Justice"), new(2, 1, "Peines"), new(3, 2, "Libération"), new(4, null, "Vide"), new(5, null, "Soin")],
            [Row(1, due: 60, section: 3), Row(2, due: 10, section: 2), Row(3, due: -1, section: 1), Row(4, due: -91, section: 1), Row(5, due: 400, section: 5)]);
        Assert.Equal([("Justice", 4, 2, 1, 1, false), ("Soin", 1, 1, 0, 0, true)], report.Sections.Select(l => (l.Name, l.Pages, l.Trusted, l.ToReview, l.Overdue, l.ReachesGoal)));
        Assert.Equal((5, 0.6), (report.Total.Pages, report.Total.Share));
        Assert.False(TrustLine.Of("", []).ReachesGoal);
    }

    private static PageReview Of(int? months, DateOnly? reviewed, DateOnly day) => PageReview.Of(months, reviewed, null, "", hasReader: true, readerNamed: true, day);

    private static ReviewedPage Row(int id, int? due, int views = 0, int section = 1)
        => new(id, 0, $"Page {id}", section, null, "", due is { } days ? PageReview.Of(1, Today.AddDays(days).AddMonths(-1), null, "", true, true, Today) with { Due = Today.AddDays(days) } : Of(null, null, Today), views, views, 0, true, "");

    private static void Check(Func<int?, DateOnly, DateOnly?, int, bool> holds) => Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
    {
        var random = new Random(seed);
        var reviewed = new DateOnly(2019, 1, 1).AddDays(random.Next(4000));
        return holds(random.Next(5) == 0 ? null : random.Next(1, 61), reviewed, random.Next(3) == 0 ? reviewed.AddDays(random.Next(900)) : null, random.Next(1000));
    }).Check(Config.QuickThrowOnFailure);
}
