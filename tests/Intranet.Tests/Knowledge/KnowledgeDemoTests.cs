using Intranet.Knowledge;
using Intranet.Knowledge.Demo;
using Intranet.Shared;
using Intranet.Tests.Demo;
using Intranet.Tests.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using DemoData = Intranet.Host.Hosting.Demo;

namespace Intranet.Tests.Knowledge;

/// <summary>The knowledge of "Les Rives", whatever the day.</summary>
public sealed class KnowledgeDemoTests
{
    [Theory]
    [MemberData(nameof(DemoTests.Days), MemberType = typeof(DemoTests))]
    public Task Pages_are_of_all_ages_and_most_are_to_be_trusted(string day) => With(day, "true", async (app, today) => await app.WithDb(async db =>
    {
        var pages = await db.Set<KnowledgePage>().Published().ReviewedAsync(db, today, CancellationToken.None);
        Assert.Equal(50, pages.Count);
        Assert.Superset(new HashSet<PageState> { PageState.Trusted, PageState.Soon, PageState.ToReview, PageState.Overdue }, pages.Select(p => p.Review.State).ToHashSet());
        Assert.InRange(pages.Count(p => p.Review.IsTrusted), 38, 46);
        Assert.Contains(pages, p => p.Review.Reason.StartsWith("Qui la relisait", StringComparison.Ordinal));
        Assert.All(pages, p => Assert.True(p.ReviewedOn <= today && p.YearViews > 0));
        Assert.All(await db.Set<KnowledgePage>().Published().Select(p => new { p.Title, p.PublishedOn, p.ReviewedOn }).ToListAsync(), p => Assert.True(p.PublishedOn <= p.ReviewedOn, p.Title));
        return 0;
    }));

    [Fact]
    public Task Its_people_have_read_voted_flagged_and_proposed() => With("2026-11-21", "true", async (app, _) => await app.WithDb(async db =>
    {
        var revisions = await db.Set<PageRevision>().Include(r => r.Page).ToListAsync();
        Assert.Equal("Léa Fontaine", Assert.Single(revisions, r => r.State == RevisionState.Submitted).By);
        Assert.Single(revisions, r => r.FrozenOn is not null);
        Assert.Single(revisions, r => r.Number == 2 && r.State == RevisionState.Published);
        Assert.Single(await db.Set<KnowledgePage>().Where(p => p.BinnedOn != null).ToListAsync());
        var flags = await db.Set<PageFlag>().ToListAsync();
        Assert.Equal((2, 1), (flags.Count(f => f.SettledOn is null), flags.Count(f => f.SettledOn is not null)));
        Assert.NotEmpty(await db.Set<PageVote>().Where(v => !v.IsUseful).ToListAsync());
        Assert.NotEmpty(await db.Set<PageWatch>().ToListAsync());
        Assert.InRange(await db.Set<PageReceipt>().CountAsync(), 100, 500);
        Assert.Equal(DemoPages.Required.Length, await db.Set<RequiredReading>().CountAsync());
        return 0;
    }));

    [Fact]
    public Task Each_copy_holds_fifty_pages() => With("2026-11-21", "false", async (app, _) =>
    {
        await DemoData.LoadAsync(app.Services, 2, CancellationToken.None);
        Assert.Equal(100, await app.WithDb(db => db.Set<KnowledgePage>().Published().CountAsync()));
    });

    private static async Task With(string day, string demo, Func<IntranetApp, DateOnly, Task> test)
    {
        var app = new IntranetApp("--environment", "Development", "--Clock:Today", day, "--Demo:Enabled", demo);
        await app.InitializeAsync();
        try
        {
            await test(app, app.Services.GetRequiredService<BusinessDay>().Today);
        }
        finally
        {
            await app.DisposeAsync();
        }
    }
}
