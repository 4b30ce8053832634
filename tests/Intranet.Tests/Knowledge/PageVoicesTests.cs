using System.Net;
using Intranet.Contacts;
using Intranet.Knowledge;
using Intranet.Shared;
using Intranet.Tests.Experts;
using Intranet.Tests.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Intranet.Tests.Knowledge;

/// <summary>What readers and keepers say of a page: useful, watched, read, out of date, still exact.</summary>
public sealed class PageVoicesTests(IntranetApp app) : IClassFixture<IntranetApp>
{
    private DateOnly Today => app.Today();

    [Fact]
    public async Task A_vote_is_one_and_changes_and_a_watch_is_given_up()
    {
        var id = await app.AddPage("À juger");
        var (one, other) = (await app.SignedIn(Roles.Staff), await app.SignedIn(Roles.Staff));
        foreach (var useful in new[] { "true", "false", "false" })
            Assert.Equal($"/connaissances/{id}", (await one.Post($"/connaissances/{id}/avis?handler=Vote", ("useful", useful))).RedirectsTo);
        await other.Post($"/connaissances/{id}/avis?handler=Vote", ("useful", "true"));
        Assert.Equal([false, true], (await app.PageOf(id)).Votes.OrderBy(v => v.AccountId).Select(v => v.IsUseful));

        foreach (var (handler, watches) in new[] { ("Watch", 1), ("Watch", 1), ("Unwatch", 0), ("Unwatch", 0) })
        {
            await one.Post($"/connaissances/{id}/avis?handler={handler}", ("n", $"{watches}{handler}"));
            Assert.Equal(watches, (await app.PageOf(id)).Watches.Count);
        }
        var draft = await app.WithDb(async db =>
        {
            var page = new KnowledgePage(await db.Set<Section>().Select(s => s.Id).FirstAsync(), PageKind.Reference, "Pas encore publiée");
            db.Add(page);
            await db.SaveChangesAsync();
            return page.Id;
        });
        Assert.Equal(HttpStatusCode.NotFound, (await one.Post($"/connaissances/{draft}/avis?handler=Vote", ("useful", "true"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await one.Get($"/connaissances/{draft}/signalements")).Status);
    }

    [Fact]
    public async Task Still_exact_in_one_click_by_who_answers_for_it_and_taken_back_in_the_same_session()
    {
        var house = await app.AddEstablishment("Relit");
        var keeper = await app.AddColleague("Tenante", house);
        var id = await app.AddPage("À confirmer", keeper, Today.AddYears(-2));
        await app.Change(id, p => p.AskReview(Today, "Un texte a changé"));
        var (own, reader) = (await app.Named("Ada Tenante", keeper), await app.Named("Lectrice", 0));
        var version = (await app.PageOf(id)).Version;
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.Post($"/connaissances/{id}/avis?handler=Confirm", ("version", $"{version}"))).Status);
        var stale = await own.Post($"/connaissances/{id}/avis?handler=Confirm", ("version", $"{version - 1}"));
        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        Assert.Contains("a changé pendant votre lecture", stale.Errors, StringComparison.Ordinal);

        Assert.Equal($"/connaissances/{id}", (await own.Post($"/connaissances/{id}/avis?handler=Confirm", ("version", $"{version}"))).RedirectsTo);
        var page = await app.PageOf(id);
        Assert.Equal((Today, "Ada Tenante", (DateOnly?)null), (page.ReviewedOn, page.ReviewedBy, page.AskedOn));
        await own.Post($"/connaissances/{id}/avis?handler=TakeBack");
        page = await app.PageOf(id);
        Assert.Equal((Today.AddYears(-2), "Autrice Essai", (DateOnly?)Today, "Un texte a changé"), (page.ReviewedOn, page.ReviewedBy, page.AskedOn, page.AskedWhy));

        // Not once somebody else has changed it.
        await own.Post($"/connaissances/{id}/avis?handler=Confirm", ("version", $"{page.Version}"));
        await app.Change(id, p => p.Place(p.SectionId, p.Kind, 7, ""));
        await own.Post($"/connaissances/{id}/avis?handler=TakeBack", ("n", "2"));
        Assert.Equal(Today, (await app.PageOf(id)).ReviewedOn);
    }

    [Fact]
    public async Task A_reader_says_what_is_out_of_date_and_who_keeps_it_settles_with_an_answer()
    {
        var keeper = await app.AddColleague("Règle", await app.AddEstablishment("Signalée"));
        var id = await app.AddPage("Signalée", keeper);
        var (own, reader) = (await app.Named("Ada Règle", keeper), await app.Named("Lectrice attentive", 0));
        var form = await reader.Get($"/connaissances/{id}/signalements");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await reader.Send(form, [("Input.Word", " ")])).Status);
        var refused = await reader.Send(form, [("Input.Word", "M. X, né le 12/03/1985, n’y est plus")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("n’y est plus", refused.Document.QuerySelector("textarea[name='Input.Word']")!.TextContent, StringComparison.Ordinal);
        await reader.Send(form, [("Input.Word", "Le numéro du greffe a changé.")]);
        Assert.Contains("à régler", (await reader.Get(form.Address)).Main, StringComparison.Ordinal);
        Assert.Empty((await reader.Get(form.Address)).Document.QuerySelectorAll("form[action*='handler=Settle']"));

        var flag = (await app.PageOf(id)).Flags.Single();
        Assert.Equal(("Lectrice attentive", Today), (flag.By, flag.On));
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.Post($"{form.Address}?handler=Settle", ("flag", $"{flag.Id}"), ("Answer", "Moi"))).Status);
        var waiting = await own.Get("/connaissances/a-relire");
        Assert.Contains("Le numéro du greffe a changé.", waiting.Main, StringComparison.Ordinal);
        var settling = await own.Get(form.Address);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await own.Send(settling, [("Answer", "")], "handler=Settle")).Status);
        var done = await own.SendAndFollow(await own.Get(form.Address), [("Answer", "Corrigé le matin même.")], "handler=Settle");
        Assert.Contains("Corrigé le matin même.", done.Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await own.Post($"{form.Address}?handler=Settle", ("flag", $"{flag.Id}"), ("Answer", "Encore"))).Status);
        Assert.Equal("Corrigé le matin même.", (await app.PageOf(id)).Flags.Single().Answer);
        Assert.DoesNotContain("Le numéro du greffe", (await own.Get("/connaissances/a-relire")).Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await own.Post($"/connaissances/{await app.AddPage("Autre", keeper)}/signalements?handler=Settle", ("flag", $"{flag.Id}"), ("Answer", "Ailleurs"))).Status);
    }

    [Fact]
    public async Task Readings_of_a_function_are_receipted_and_the_head_of_the_team_alone_sees_who()
    {
        var (house, elsewhere) = (await app.AddEstablishment("Parcours"), await app.AddEstablishment("Parcours d’ailleurs"));
        var (newcomer, old, other) = (await app.AddColleague("Arrivante", house, "Veilleuse d’essai", Today.AddDays(-10)), await app.AddColleague("Ancienne", house, "Veilleuse d’essai"), await app.AddColleague("Comptable", house, "Comptable d’essai"));
        var (head, stranger) = (await app.AddColleague("Cheffe du parcours", house, "Cheffe d’essai"), await app.AddColleague("Cheffe d’ailleurs", elsewhere, "Cheffe d’essai"));
        foreach (var (place, person) in new[] { (house, head), (elsewhere, stranger) })
        {
            var post = Post.AtEstablishment(place, "Chefferie", PostLevel.Management);
            post.Appoint(person, new(2024, 1, 8));
            await app.Add(post);
        }
        var id = await app.AddPage("La nuit, en dix lignes", more: p => p.AskReadingOf(["Veilleuse d’essai"], 7));
        var reader = await app.Named("Ada Arrivante", newcomer);
        var path = await reader.Get("/connaissances/parcours");
        Assert.Contains("La nuit, en dix lignes", path.Main, StringComparison.Ordinal);
        Assert.Contains("Première semaine : à lire", (await reader.Get("/")).Main, StringComparison.Ordinal);
        Assert.DoesNotContain("La nuit, en dix lignes", (await (await app.Named("Ada Comptable", other)).Get("/connaissances/parcours")).Main, StringComparison.Ordinal);
        // Who has been there for years finds it in the list, not on the home page.
        Assert.DoesNotContain("Première semaine : à lire", (await (await app.Named("Ada Ancienne", old)).Get("/")).Main, StringComparison.Ordinal);

        var team = (await (await app.Named("Ada Cheffe", head)).Get("/connaissances/parcours")).Document.QuerySelectorAll("[aria-labelledby=equipe] tbody tr").Select(r => r.TextContent).ToList();
        Assert.Equal(2, team.Count);
        Assert.Contains("En retard", Assert.Single(team, r => r.Contains("Ada Arrivante", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.DoesNotContain("En retard", Assert.Single(team, r => r.Contains("Ada Ancienne", StringComparison.Ordinal)), StringComparison.Ordinal);
        var writer = await (await app.SignedIn(Roles.Coordination, seesAll: false, house)).Get("/connaissances/parcours");
        Assert.Contains("CHRS Parcours", writer.Main, StringComparison.Ordinal);
        foreach (var page in new[] { writer, await (await app.Named("Ada Cheffe d’ailleurs", stranger)).Get("/connaissances/parcours") })
            Assert.DoesNotContain("Arrivante", page.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("CHRS Parcours", (await (await app.SignedIn(Roles.Coordination, seesAll: false, elsewhere)).Get("/connaissances/parcours")).Main, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await reader.Post($"/connaissances/{id}/avis?handler=Read", ("number", "7"))).Status);
        Assert.Equal($"/connaissances/{id}", (await reader.Post($"/connaissances/{id}/avis?handler=Read", ("number", "1"))).RedirectsTo);
        var receipt = Assert.Single((await app.PageOf(id)).Receipts);
        Assert.Equal((newcomer, 1, Today), (receipt.PersonId, receipt.Number, receipt.On));
        Assert.Contains("Tout est lu", (await reader.Get("/connaissances/parcours")).Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await (await app.SignedIn(Roles.Staff)).Post($"/connaissances/{id}/avis?handler=Read", ("number", "1"))).Status);
        Assert.Equal(["1", "1"], (await (await app.SignedIn(Roles.Direction, seesAll: false, house)).Get("/connaissances/parcours")).Document.QuerySelectorAll("[aria-labelledby=arrivants] td").Select(c => c.TextContent));
    }

    [Fact]
    public async Task Publishing_writes_to_who_watches_with_the_same_save()
    {
        var (id, account) = (await app.AddPage("Suivie par une lectrice"), $"lectrice-{Guid.NewGuid():N}@essai.passerelle");
        await app.AddAccount(account, Roles.Staff);
        var reader = app.Anonymous();
        await reader.SignIn(account, IntranetApp.Password);
        await reader.Post($"/connaissances/{id}/avis?handler=Watch");
        await app.WithDb(async db =>
        {
            var page = await db.Set<KnowledgePage>().Include(p => p.Subject).SingleAsync(p => p.Id == id);
            page.Write("Suivie par une lectrice", "", "Un texte meilleur.", "Un chiffre", 1, 2, "Une collègue", DateTime.UnixEpoch).Submit(DateTime.UtcNow);
            return await db.SaveChangesAsync();
        });
        var writer = await app.SignedIn(Roles.Coordination);
        Assert.Equal(HttpStatusCode.Redirect, (await writer.Post($"/connaissances/{id}/relire/2?handler=Publish")).Status);
        Assert.Contains("Un chiffre", await app.BodyTo(account), StringComparison.Ordinal);
        Assert.Contains("Toujours exact", (await writer.Get($"/connaissances/{id}")).Main, StringComparison.Ordinal);
        Assert.Contains("Ne plus suivre", (await reader.Get($"/connaissances/{id}")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Views_are_counted_without_a_command_and_written_later_by_month()
    {
        var id = await app.AddPage("Lue");
        var counter = app.Services.GetRequiredService<ViewCounter>();
        for (var i = 0; i < 5; i++)
            counter.Seen(id);
        counter.Seen(int.MaxValue);
        await counter.RunAsync(default);
        Assert.Equal("", await counter.RunAsync(default));
        counter.Seen(id);
        await counter.StopAsync(default);
        var views = await app.WithDb(db => db.Set<PageViews>().AsNoTracking().SingleAsync(v => v.PageId == id));
        Assert.Equal((6, ViewCounter.MonthOf(Today)), (views.Count, views.Month));
    }
}
