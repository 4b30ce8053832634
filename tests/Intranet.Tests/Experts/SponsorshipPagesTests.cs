using System.Globalization;
using System.Net;
using Intranet.Contacts;
using Intranet.Experts;
using Intranet.Shared;
using Intranet.Tests.Http;
using Intranet.Tests.Reminders;
using Intranet.Tests.Training;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Intranet.Tests.Experts;

/// <summary>Sponsorships: who writes them, renewed in one click, how often they served, the quarter's report.</summary>
public sealed class SponsorshipPagesTests(IntranetApp app) : IClassFixture<IntranetApp>
{
    private DateOnly Today => app.Services.GetRequiredService<BusinessDay>().Today;

    [Fact]
    public async Task The_head_of_one_of_the_two_adds_edits_renews_and_ends_it_and_others_read()
    {
        var scene = await app.AddScene("Parrainage", Today);
        var head = await app.Named("Cheffe", scene.Asking.Head);
        var form = await head.Get($"/experts/parrainages/nouveau?etablissement={scene.Asking.Place}");
        (string, string)[] values = [("Pair.ResourceId", $"{scene.Answering.Place}"), ("Pair.TopicId", $"{scene.Topic}"), ("Input.From", Day(Today.AddDays(-350))), ("Input.Terms", "Un appel par mois.")];
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await head.Send(form, [.. values[1..], ("Pair.ResourceId", $"{scene.Asking.Place}")])).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await head.Send(await head.Get(form.Address), [.. values[..3], ("Input.Terms", "Voir M. X, né le 12/03/1985.")])).Status);
        var elsewhere = await app.AddScene("Autre parrainage", Today);
        Assert.Contains("votre périmètre", (await head.Send(await head.Get(form.Address), [.. values, ("Pair.GeneralistId", $"{elsewhere.Asking.Place}")])).Errors, StringComparison.Ordinal);
        var page = await head.SendAndFollow(await head.Get(form.Address), values);
        Assert.Contains("À renouveler avant le", page.Main, StringComparison.Ordinal);
        Assert.Contains("existe déjà", (await head.Send(await head.Get(form.Address), values)).Errors, StringComparison.Ordinal);

        // Both establishments have it on their timeline.
        var id = Id(page);
        Assert.Equal(2, await app.WithDb(db => db.SubjectLinks.CountAsync(l => l.FromId == id && l.Role == LinkRole.Establishment)));

        // Requests on the topic, or under it, of which somebody of the resource establishment was asked since it began.
        await app.AddRequest(scene, Today.AddDays(-30));
        await app.AddRequest(scene, Today.AddDays(-400));
        await app.AddRequest(scene with { Topic = await app.TopicOf("Addictions") }, Today.AddDays(-30));
        Assert.Contains("1 demande", Plain((await head.Get(page.Address)).Document.QuerySelector("[aria-labelledby=usage]")!.TextContent), StringComparison.Ordinal);

        var reader = await app.Named("Éducatrice", scene.Asker);
        var seen = await reader.Get(page.Address);
        Assert.Empty(seen.Document.QuerySelectorAll("main form"));
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.Get($"{page.Address}/modifier")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.Get("/experts/parrainages/nouveau")).Status);
        Assert.Contains("le vôtre", (await reader.Get("/experts/parrainages")).Document.QuerySelector("tbody tr")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.SignedIn(Roles.Coordination, seesAll: false, elsewhere.Asking.Place)).Get($"{page.Address}/modifier")).Status);
        Assert.Equal(HttpStatusCode.OK, (await (await app.SignedIn(Roles.Coordination, seesAll: false, scene.Answering.Place)).Get($"{page.Address}/modifier")).Status);
        Assert.Equal(HttpStatusCode.OK, (await reader.Get("/experts/parrainages/export.xlsx")).Status);

        var (stale, edit) = (await head.Get(page.Address), await head.Get($"{page.Address}/modifier"));
        var renewed = await head.SendAndFollow(await head.Get(page.Address), [], "handler=Renew");
        Assert.Contains($"Jusqu’au {French.Date(Today.AddYears(1).AddDays(-1))}", renewed.Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await head.Send(stale, [("Input.EndedOn", Day(Today))], "handler=End")).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await head.Send(edit, [("Input.Terms", "Autre.")])).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await head.Send(await head.Get(page.Address), [("Input.EndedOn", Day(Today.AddDays(-900)))], "handler=End")).Status);
        var ended = await head.SendAndFollow(await head.Get(page.Address), [("Input.EndedOn", Day(Today))], "handler=End");
        Assert.Contains("Se termine le", ended.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_end_is_told_to_the_head_of_the_establishment_that_leans_until_renewed()
    {
        var scene = await app.AddScene("Échéance", Today);
        var sponsorship = new Sponsorship(scene.Asking.Place, scene.Answering.Place, scene.Topic, Today.AddDays(-345));
        var id = await app.Add(sponsorship);
        var fact = await app.DueOne("sponsorship-ending", id, Today);
        Assert.Equal((sponsorship.Until, (int?)scene.Asking.Post), (fact.Due, fact.PostId));
        await app.WithDb(async db =>
        {
            (await db.Set<Sponsorship>().Include(s => s.Subject).SingleAsync(s => s.Id == id)).Renew(Today);
            return await db.SaveChangesAsync();
        });
        Assert.Empty(await app.Due("sponsorship-ending", [id], Today));
    }

    [Fact]
    public async Task Fading_expertise_is_told_by_establishment_without_a_name_and_the_heads_own_one_level_up()
    {
        var scene = await app.AddScene("Oubli", Today);
        var place = await app.AddEstablishment("Oubliée");
        var person = await app.Employ("Inès", "Experte Oubliée", place);
        var sheet = Expert.OfStaff(person, "Inès Experte Oubliée");
        var declared = Today.AddMonths(-18).AddDays(10);
        sheet.Declare(scene.Topic, ExpertiseLevel.Knows, null, "essai", declared);
        await app.Add(sheet);
        var post = Post.AtEstablishment(place, "Chefferie", PostLevel.Management);
        var id = await app.Add(post);
        var fact = await app.DueOne("expertise-fading", place, Today);
        Assert.Equal((declared.AddMonths(Expertise.FadesAfter), (int?)id), (fact.Due, fact.PostId));
        Assert.Contains("Placement extérieur", fact.Context, StringComparison.Ordinal);
        Assert.DoesNotContain("Inès", fact.Context, StringComparison.Ordinal);
        Assert.Empty(await app.Due("expertise-fading", [scene.Answering.Place], Today));
        await app.WithDb(async db =>
        {
            (await db.Set<Post>().Include(p => p.Subject).Include(p => p.Holdings).SingleAsync(p => p.Id == id)).Appoint(person, new(2024, 1, 8));
            return await db.SaveChangesAsync();
        });
        Assert.Null((await app.DueOne("expertise-fading", place, Today)).PostId);
    }

    [Fact]
    public async Task The_report_masks_small_counts_stays_in_scope_and_names_nobody()
    {
        var scene = await app.AddScene("Rapport", Today, "Semi-liberté");
        for (var i = 0; i < 6; i++)
            await app.AddRequest(scene, new(2025, 5, 5), answer: "Voici.", answeredOn: new(2025, 5, 7), helped: true);
        var few = await app.TopicOf("Permission de sortir");
        await app.AddRequest(scene with { Topic = few }, new(2025, 5, 5));
        await app.AddRequest(scene, new(2025, 8, 5));
        var keeper = await app.SignedIn(Roles.Coordination, seesAll: false, scene.Asking.Place);
        var page = await keeper.Get("/appuis/rapport?trimestre=2025-T2");
        var rows = page.Document.QuerySelectorAll("table tbody tr").Select(r => Plain(string.Join('|', r.Children.Select(c => c.TextContent.Trim())))).ToList();
        Assert.Equal(["Semi-liberté|masqué|2 jours ouvrés", "Permission de sortir|< 5|–"], rows);
        // Nothing to draw where all is masked.
        Assert.Null(page.Document.QuerySelector("svg.chart"));
        for (var i = 0; i < 6; i++)
            await app.AddRequest(scene, new(2024, 5, 6));
        Assert.NotNull((await keeper.Get("/appuis/rapport?trimestre=2024-T2")).Document.QuerySelector("svg.chart[role=img]"));
        foreach (var name in new[] { "Salariée", "Léa", "Appui Rapport" })
            Assert.DoesNotContain(name, page.Main, StringComparison.Ordinal);
        Assert.Contains("Permission de sortir", page.Document.QuerySelectorAll("article li").Select(l => l.TextContent).Aggregate("", (a, b) => a + b), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await keeper.Get("/appuis/rapport/export.xlsx?trimestre=2025-T2")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await keeper.Get("/appuis/rapport?trimestre=2099-T1")).Status);
        var elsewhere = await app.AddScene("Loin du rapport", Today);
        Assert.DoesNotContain("Semi-liberté", (await (await app.SignedIn(Roles.Direction, seesAll: false, elsewhere.Asking.Place)).Get("/appuis/rapport?trimestre=2025-T2")).Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.SignedIn(Roles.Staff)).Get("/appuis/rapport")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.SignedIn(Roles.Administration)).Get("/appuis/rapport/export.xlsx")).Status);
    }

    private static int Id(Page page) => int.Parse(page.Address.Split('/')[^1], CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Plain(string text) => text.Replace('\u00a0', ' ').Replace('\u202f', ' ');
}
