using System.Net;
using Intranet.Contacts;
using Intranet.Knowledge;
using Intranet.Shared;
using Intranet.Tests.Experts;
using Intranet.Tests.Http;
using Intranet.Tests.Reminders;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Tests.Knowledge;

/// <summary>What waits for who answers for pages: the queue, the menu, the home page, reminders; the share of trusted pages.</summary>
public sealed class ReviewQueueTests(IntranetApp app) : IClassFixture<IntranetApp>
{
    private DateOnly Today => app.Today();

    [Fact]
    public async Task My_queue_holds_mine_most_harmful_first_and_several_are_confirmed_at_once()
    {
        var house = await app.AddEstablishment("File");
        var (keeper, other) = (await app.AddColleague("File", house), await app.AddColleague("Autre file", house));
        var post = Post.AtEstablishment(house, "Poste qui vérifie", PostLevel.Field);
        post.Appoint(keeper, new(2024, 1, 8));
        var postId = await app.Add(post);
        var quiet = await app.AddPage("File : peu lue", keeper, Today.AddMonths(-13));
        var read = await app.AddPage("File : très lue", other, Today.AddMonths(-13), more: p => p.VerifiedBy(postId, null));
        var soon = await app.AddPage("File : bientôt", keeper, Today.AddDays(10).AddMonths(-12));
        await app.AddPage("File : à une autre", other, Today.AddMonths(-13));
        await app.AddPage("File : à jour", keeper);
        await app.WithDb(async db =>
        {
            db.Add(new PageViews(read, ViewCounter.MonthOf(Today), 40));
            return await db.SaveChangesAsync();
        });
        await app.WithDb(async db =>
        {
            var page = await db.Set<KnowledgePage>().Include(p => p.Subject).SingleAsync(p => p.Id == quiet);
            page.Write("File : corrigée", "", "Mieux dit.", "Une précision", 1, 2, "Une collègue", DateTime.UnixEpoch).Submit(DateTime.UtcNow);
            return await db.SaveChangesAsync();
        });

        var browser = await app.Named("Ada File", keeper);
        var page = await browser.Get("/connaissances/a-relire");
        Assert.Equal(["File : très lue", "File : peu lue"], page.Document.QuerySelectorAll("tbody th a").Select(a => a.TextContent));
        Assert.Equal($"/connaissances/{quiet}/relire/2", page.Document.QuerySelector("[aria-labelledby=versions] a")!.GetAttribute("href"));
        Assert.Equal($"/connaissances/{soon}", page.Document.QuerySelector("[aria-labelledby=bientot] a")!.GetAttribute("href"));
        Assert.Empty(page.Document.QuerySelectorAll(".segmented"));
        var home = await browser.Get("/");
        Assert.Equal("2", home.Document.QuerySelector(".sidebar a[href='/connaissances'] .sidebar-count")?.TextContent.Trim());
        Assert.Contains("Pages à relire", home.Main, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.Send(page, [])).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await (await app.Named("Lectrice", 0)).Post("/connaissances/a-relire", ("choix", $"{read}-1"))).Status);
        var versions = (Quiet: (await app.PageOf(quiet)).Version, Read: (await app.PageOf(read)).Version);
        await app.Change(quiet, p => p.Place(p.SectionId, p.Kind, 3, ""));
        // One has changed since it was shown: it stays, and is said.
        var done = await browser.SendAndFollow(page, [("choix", $"{read}-{versions.Read}"), ("choix", $"{quiet}-{versions.Quiet}")]);
        Assert.Equal((Today, Today.AddMonths(-13)), ((await app.PageOf(read)).ReviewedOn, (await app.PageOf(quiet)).ReviewedOn));
        Assert.Equal(["File : peu lue"], done.Document.QuerySelectorAll("tbody th a").Select(a => a.TextContent));
        Assert.Equal(HttpStatusCode.Conflict, (await browser.Send(page, [("choix", $"{quiet}-{versions.Quiet}")])).Status);
    }

    [Fact]
    public async Task Who_writes_knowledge_sees_all_what_to_put_away_and_who_keeps_nothing()
    {
        var keeper = await app.AddColleague("Toutes", await app.AddEstablishment("Toutes"));
        await app.AddPage("Toutes : oubliée", keeper, Today.AddYears(-3));
        var unkept = await app.AddPage("Toutes : sans personne");
        var browser = await app.SignedIn(Roles.Coordination);
        Assert.DoesNotContain("Toutes : oubliée", (await browser.Get("/connaissances/a-relire")).Main, StringComparison.Ordinal);
        var page = await browser.Get("/connaissances/a-relire?toutes=true");
        Assert.Contains("Toutes : oubliée", page.Document.QuerySelector("[aria-labelledby=archiver]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Toutes : sans personne", page.Document.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Toutes : oubliée", (await (await app.SignedIn(Roles.Staff)).Get("/connaissances/a-relire?toutes=true")).Main, StringComparison.Ordinal);
        var trust = await browser.Get("/connaissances/suivi");
        Assert.Equal($"/connaissances/{unkept}/reglages", trust.Document.QuerySelectorAll("[aria-labelledby=sans-tenant] a").Single(a => a.TextContent == "Toutes : sans personne").GetAttribute("href"));
        Assert.NotNull(trust.Document.QuerySelector("svg.chart[role=img]"));
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.SignedIn(Roles.Staff)).Get("/connaissances/suivi")).Status);
    }

    [Fact]
    public async Task Reminders_go_to_the_post_that_answers_and_name_nobody()
    {
        var house = await app.AddEstablishment("Rappel");
        var (keeper, head) = (await app.AddColleague("Rappelée", house), await app.AddColleague("Cheffe rappelée", house));
        var chief = Post.AtEstablishment(house, "Chefferie", PostLevel.Management);
        chief.Appoint(head, new(2024, 1, 8));
        var (chiefId, post) = (await app.Add(chief), await app.Add(Post.AtEstablishment(house, "Référente", PostLevel.Field)));
        var (ofPerson, ofPost, asked, nobody, fresh) = (await app.AddPage("Rappel : d’une personne", keeper, Today.AddDays(20).AddMonths(-12)), await app.AddPage("Rappel : d’un poste", null, Today.AddMonths(-14), more: p => p.KeptBy(post, null)),
            await app.AddPage("Rappel : demandée", keeper, Today, more: p => p.AskReview(Today.AddDays(-1), "« Un texte » a changé.")), await app.AddPage("Rappel : sans personne", null, Today.AddMonths(-14)), await app.AddPage("Rappel : à jour", keeper));
        List<int> all = [ofPerson, ofPost, asked, nobody, fresh];
        var facts = (await app.Due("page-to-review", all, Today)).ToDictionary(f => f.SubjectId);
        Assert.Equal([ofPerson, ofPost, asked, nobody], facts.Keys.Order().ToList());
        Assert.Equal((Today.AddDays(20).AddMonths(-12).AddMonths(12), (int?)chiefId), (facts[ofPerson].Due, facts[ofPerson].PostId));
        Assert.Equal((post, (int?)null), (facts[ofPost].PostId, facts[nobody].PostId));
        Assert.Equal((Today.AddDays(-1), "Relecture demandée : « Un texte » a changé."), (facts[asked].Due, facts[asked].Context));
        Assert.All(facts.Values, f => Assert.DoesNotContain("Ada", f.Context, StringComparison.Ordinal));

        await app.Change(ofPerson, p => p.Flags.Add(new PageFlag(1, "Lectrice", Today.AddDays(-3), "Le mot que seule la page dit")));
        await app.Change(ofPerson, p => p.Flags.Add(new PageFlag(1, "Lectrice", Today, "Un autre")));
        var flagged = await app.DueOne("page-flagged", ofPerson, Today);
        Assert.Equal((Today.AddDays(11), (int?)chiefId), (flagged.Due, flagged.PostId));
        Assert.StartsWith("2 signalements", flagged.Context, StringComparison.Ordinal);
        Assert.DoesNotContain("mot que seule", flagged.Context, StringComparison.Ordinal);
        await app.WithDb(async db =>
        {
            foreach (var flag in await db.Set<PageFlag>().Where(f => f.PageId == ofPerson).ToListAsync())
                flag.Settle("essai", Today, "Fait");
            return await db.SaveChangesAsync();
        });
        Assert.Empty(await app.Due("page-flagged", [ofPerson], Today));
    }
}
