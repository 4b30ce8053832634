using System.Globalization;
using System.Net;
using Intranet.Experts;
using Intranet.Shared;
using Intranet.Tests.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Intranet.Tests.Experts;

/// <summary>From a request to an answer for all: a draft without names, a second look by somebody else, published to everybody.</summary>
public sealed class AnswerPagesTests(IntranetApp app) : IClassFixture<IntranetApp>
{
    private DateOnly Today => app.Services.GetRequiredService<BusinessDay>().Today;

    private static readonly (string, string)[] Checked = [("Input.NoName", "true"), ("Input.NoPlaceAndDate", "true"), ("Input.NoRareDetail", "true")];

    [Fact]
    public async Task A_draft_starts_from_the_request_without_names_and_is_published_by_somebody_else()
    {
        var scene = await app.AddScene("Brouillon", Today);
        var request = await app.AddRequest(scene, Today.AddDays(-9), "Au CHRS Demande Brouillon, M. Kerbrat rentre tard. Que faire ?", "Appelez le SPIP, dit Léa Salariée.\n\n## Puis\n\n<script>alert(1)</script>");
        var author = await app.Named("Autrice", scene.Asker);
        var form = await author.Get($"/appuis/reponses/nouvelle?demande={request}");
        Assert.Equal($"{scene.Topic}", form.Document.QuerySelector("#Input_TopicId option[selected]")!.GetAttribute("value"));
        var (question, text) = (form.Document.QuerySelector("#Input_Question")!.TextContent, form.Document.QuerySelector("#Input_Text")!.TextContent);
        Assert.Contains("rentre tard", question, StringComparison.Ordinal);
        Assert.Contains("Appelez le SPIP", text, StringComparison.Ordinal);
        foreach (var name in new[] { "Kerbrat", "Brouillon", "Salariée" })
            Assert.DoesNotContain(name, question + text, StringComparison.Ordinal);

        var refused = await author.Send(form, [("Input.Text", "Vu M. Kerbrat, né le 12/03/1985.")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("12/03/1985", refused.Document.QuerySelector("#Input_Text")!.TextContent, StringComparison.Ordinal);
        var page = await author.SendAndFollow(await author.Get(form.Address), [("Input.Title", "Retour tardif")]);
        Assert.Contains("À relire par une autre personne", page.Main, StringComparison.Ordinal);
        Assert.DoesNotContain(page.Document.QuerySelectorAll(".page-actions a"), a => a.TextContent.Contains("Relire", StringComparison.Ordinal));
        Assert.Empty(page.Document.QuerySelectorAll("main script"));
        var id = Id(page);
        Assert.Equal(HttpStatusCode.Found, (await author.Get($"/appuis/reponses/{id}/relecture")).Status);

        // Out of the request, nobody sees the draft, the list included.
        var stranger = await app.Named("Ailleurs", (await app.AddScene("Ailleurs", Today)).Asker);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get($"/appuis/reponses/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get($"/appuis/reponses/{id}/relecture")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get($"/appuis/reponses/{id}/modifier")).Status);
        Assert.DoesNotContain("Retour tardif", (await stranger.Get("/appuis/reponses?etat=ToRead")).Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get(form.Address)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.SignedIn(Roles.Administration)).Get(form.Address)).Status);

        var reader = await app.Named("Relectrice", scene.Adviser);
        Assert.Contains("Retour tardif", (await reader.Get("/appuis/reponses?etat=ToRead")).Main, StringComparison.Ordinal);
        var look = await reader.Get($"/appuis/reponses/{id}/relecture");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await reader.Send(look, Checked[..2])).Status);
        var published = await reader.SendAndFollow(await reader.Get(look.Address), Checked);
        Assert.Contains("Publiée le", published.Main, StringComparison.Ordinal);

        var seen = await stranger.Get($"/appuis/reponses/{id}");
        Assert.Equal(HttpStatusCode.OK, seen.Status);
        foreach (var hidden in new[] { "Autrice", "Relectrice", "Salariée", "La demande d’appui" })
            Assert.DoesNotContain(hidden, seen.Main, StringComparison.Ordinal);
        Assert.Null(seen.Document.QuerySelector($"main a[href='/appuis/{request}']"));
        Assert.NotNull(published.Document.QuerySelector($"main a[href='/appuis/{request}']"));
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get($"/historique/{id}")).Status);
    }

    [Fact]
    public async Task A_change_asks_for_a_second_look_anew_and_two_people_see_each_other()
    {
        var scene = await app.AddScene("Relecture", Today);
        var request = await app.AddRequest(scene, Today.AddDays(-9), answer: "Appelez le SPIP.");
        var answer = new SharedAnswer(scene.Topic, request, "Titre premier", "Autrice", Today);
        answer.Write(scene.Topic, "Titre premier", "Que faire ?", "Appeler.", "Autrice", Today);
        var id = await app.Add(answer);
        var (author, reader) = (await app.Named("Autrice", scene.Asker), await app.Named("Relectrice", scene.Adviser));
        var (look, edit, stale) = (await reader.Get($"/appuis/reponses/{id}/relecture"), await author.Get($"/appuis/reponses/{id}/modifier"), await reader.Get($"/appuis/reponses/{id}/modifier"));
        await author.SendAndFollow(edit, [("Input.Text", "Appeler, puis écrire.")]);

        var late = await reader.Send(look, Checked);
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("Appeler, puis écrire.", late.Main, StringComparison.Ordinal);
        Assert.Empty(late.Document.QuerySelectorAll("input[type=checkbox][checked]"));
        Assert.Equal(AnswerState.ToRead, await State(id));
        var conflict = await reader.Send(stale, [("Input.Text", "Autre texte.")]);
        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Contains("Autre texte.", conflict.Document.QuerySelector("#Input_Text")!.TextContent, StringComparison.Ordinal);

        await reader.SendAndFollow(late, Checked);
        Assert.Equal(AnswerState.Published, await State(id));
        // Whoever changed it last isn't who reads it again.
        await reader.SendAndFollow(await reader.Get($"/appuis/reponses/{id}/modifier"), [("Input.Title", "Titre second")]);
        Assert.Equal(AnswerState.ToRead, await State(id));
        Assert.Equal(HttpStatusCode.Found, (await reader.Get($"/appuis/reponses/{id}/relecture")).Status);
        await author.SendAndFollow(await author.Get($"/appuis/reponses/{id}/relecture"), Checked);
        var page = await author.Get($"/appuis/reponses/{id}");
        var old = await author.Get($"/appuis/reponses/{id}");
        await author.Send(page, [], "handler=Withdraw");
        Assert.Equal(AnswerState.Withdrawn, await State(id));
        Assert.Equal(HttpStatusCode.Conflict, (await author.Send(old, [], "handler=Withdraw")).Status);
    }

    [Fact]
    public async Task The_list_finds_words_of_the_answer_and_by_which_its_topic_is_called()
    {
        var (placement, other) = (await app.TopicOf("Placement extérieur"), await app.TopicOf("SPIP"));
        foreach (var (topic, title) in new[] { (placement, "Horaires du samedi"), (other, "Permanence du jeudi") })
        {
            var answer = new SharedAnswer(topic, null, title, "Autrice", Today);
            answer.Write(topic, title, "Une question.", "Une réponse.", "Autrice", Today);
            answer.Publish("Relectrice", Today);
            await app.Add(answer);
        }
        var draft = new SharedAnswer(placement, null, "Brouillon de la coordination", "Autrice", Today);
        var id = await app.Add(draft);
        var reader = await app.SignedIn(Roles.Staff);
        foreach (var address in new[] { "/appuis/reponses?q=samedi", "/appuis/reponses?q=accord de prise en charge", $"/appuis/reponses?theme={placement}", $"/appuis/reponses?theme={await app.TopicOf("Aménagements de peine")}" })
        {
            var list = (await reader.Get(address)).Main;
            Assert.Contains("Horaires du samedi", list, StringComparison.Ordinal);
            Assert.DoesNotContain("Permanence du jeudi", list, StringComparison.Ordinal);
        }
        Assert.DoesNotContain("Brouillon de la coordination", (await reader.Get("/appuis/reponses?etat=Draft")).Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.Get("/appuis/reponses/nouvelle")).Status);
        var keeper = await app.SignedIn(Roles.Coordination);
        Assert.Contains("Brouillon de la coordination", (await keeper.Get("/appuis/reponses?etat=Draft")).Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await keeper.Get($"/appuis/reponses/{id}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await keeper.Get("/appuis/reponses/nouvelle")).Status);
    }

    [Fact]
    public async Task Administration_reads_in_the_journal_that_something_was_asked_and_not_what()
    {
        var scene = await app.AddScene("Journal", Today);
        await app.AddRequest(scene, Today, "Une question que seule l’équipe lit ?", "Une réponse que seule l’équipe lit.");
        var journal = (await (await app.SignedIn(Roles.Administration)).Get("/administration/journal?nature=support-request")).Main;
        Assert.Contains("Demande d’appui du", journal, StringComparison.Ordinal);
        Assert.DoesNotContain("seule l’équipe lit", journal, StringComparison.Ordinal);
    }

    private Task<AnswerState> State(int id) => app.WithDb(async db => (await db.Set<SharedAnswer>().AsNoTracking().SingleAsync(a => a.Id == id)).State);

    private static int Id(Page page) => int.Parse(page.Address.Split('/')[^1], CultureInfo.InvariantCulture);
}
