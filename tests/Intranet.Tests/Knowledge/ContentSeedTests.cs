using Intranet.Knowledge;
using Intranet.Knowledge.Content;
using Intranet.Shared;
using Intranet.Tests.Http;
using Microsoft.EntityFrameworkCore;
using DemoData = Intranet.Host.Hosting.Demo;

namespace Intranet.Tests.Knowledge;

/// <summary>What a new database finds of the first content.</summary>
public sealed class ContentSeedTests(IntranetApp app) : IClassFixture<IntranetApp>
{
    [Fact]
    public async Task Pages_are_published_with_their_sources_and_ties() => await app.WithDb(async db =>
    {
        var content = ContentLibrary.Pages();
        var pages = await db.Set<KnowledgePage>().Include(p => p.Subject.Links).Include(p => p.Revisions).Include(p => p.Section).Where(p => p.ReviewedBy == ContentSeed.Author).AsSplitQuery().ToListAsync();
        Assert.Equal(content.Select(p => p.Title).Order(), pages.Select(p => p.Title).Order());
        Assert.All(pages, p =>
        {
            Assert.True(p.IsPublished && p.PublishedNumber == 1 && p.ReviewMonths is not null && p.OwnerPostId is null && p.OwnerId is null);
            Assert.Equal("Premier contenu", Assert.Single(p.Revisions).Why);
            Assert.DoesNotContain("(page:", p.Text, StringComparison.Ordinal);
        });
        var outside = pages.Single(p => p.Title.StartsWith("Le placement extérieur", StringComparison.Ordinal));
        Assert.Equal("Aménagements de peine", outside.Section!.Name);
        Assert.Equal("Mesures et peines", (await db.Set<Section>().SingleAsync(s => s.Id == outside.Section.ParentId)).Name);
        Assert.Equal(3, outside.Subject.Links.Count(l => l.Role == LinkRole.RestsOn));
        Assert.Equal(2, outside.Subject.Links.Count(l => l.Role == LinkRole.Topic));
        Assert.Contains($"(/connaissances/{pages.Single(p => p.Title.StartsWith("Bracelet", StringComparison.Ordinal)).Id})", pages.Single(p => p.Title.StartsWith("Le milieu ouvert", StringComparison.Ordinal)).Text, StringComparison.Ordinal);
        return 0;
    });

    [Fact]
    public async Task Words_know_what_replaced_them() => await app.WithDb(async db =>
    {
        var former = await db.Set<GlossaryTerm>().Include(t => t.ReplacedBy).SingleAsync(t => t.Acronyms == "|TGI|");
        Assert.Equal("Tribunal judiciaire", former.ReplacedBy!.Name);
        Assert.Equal(3, await db.Set<GlossaryTerm>().Where(t => t.Name == "Suivi").SelectMany(t => t.Meanings).CountAsync());
        return 0;
    });

    [Fact]
    public async Task A_second_time_changes_nothing_and_the_database_is_still_empty_for_the_demo() => await app.WithDb(async db =>
    {
        Assert.True(await DemoData.IsEmptyAsync(db, CancellationToken.None));
        var before = await CountAsync(db);
        await ContentSeed.SeedAsync(db, CancellationToken.None);
        await db.SaveChangesAsync();
        Assert.Equal(before, await CountAsync(db));
        return 0;
    });

    private static async Task<(int, int, int, int, int)> CountAsync(IntranetDb db)
        => (await db.Set<Section>().CountAsync(), await db.Set<LawText>().CountAsync(), await db.Set<GlossaryTerm>().CountAsync(), await db.Set<KnowledgePage>().CountAsync(), await db.Set<PageRevision>().CountAsync());
}
