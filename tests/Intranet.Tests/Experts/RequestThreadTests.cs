using System.Net;
using Intranet.Contacts;
using Intranet.Experts;
using Intranet.Shared;
using Intranet.Tests.Http;
using Intranet.Tests.Training;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Tests.Experts;

/// <summary>Taking, declining, answering, ending a request by its page.</summary>
public sealed class RequestThreadTests(IntranetApp app) : IClassFixture<IntranetApp>
{
    [Fact]
    public async Task Of_two_who_take_it_at_the_same_time_the_second_is_told_that_somebody_did()
    {
        var scene = await app.AddScene("Deux", "Deux Rapide", "Deux Lente");
        var id = await app.Ask(await app.SignedInAs(scene.Asker), scene);
        var (fast, slow) = (await app.SignedInAs(scene.Experts[0]), await app.SignedInAs(scene.Experts[1]));
        var (seen, late) = (await fast.Get($"/appuis/{id}"), await slow.Get($"/appuis/{id}"));
        await fast.SendAndFollow(seen, [], "handler=Take");
        var refused = await slow.Send(late, [], "handler=Take");
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("Ève Deux Rapide vient de prendre cette demande", refused.Main, StringComparison.Ordinal);
        Assert.Equal(RequestState.Taken, await app.StateOf(id));
        Assert.Contains(await app.SubjectsTo(Sessions.MailOf("Deux Lente")), s => s.StartsWith("Vous êtes libéré·e", StringComparison.Ordinal));
        Assert.Contains(await app.SubjectsTo(Sessions.MailOf("Demandeuse Deux")), s => s.StartsWith("Quelqu’un s’occupe de votre demande", StringComparison.Ordinal));

        // A reply typed on the old page isn't lost.
        var typed = await slow.Send(late, [("Input.Reply", "J’avais préparé ceci.")], "handler=Reply");
        Assert.Equal(HttpStatusCode.Conflict, typed.Status);
        Assert.Null(typed.Document.QuerySelector("form[action*='handler=Take']"));
    }

    [Fact]
    public async Task All_refusals_with_a_reason_fill_the_basket_and_the_coordination_assigns()
    {
        var scene = await app.AddScene("Refus", "Refus Une");
        await app.AddAccount("coordination-refus@essai.passerelle", Roles.Coordination, seesAll: false, scene.House);
        var id = await app.Ask(await app.SignedInAs(scene.Asker), scene);
        var expert = await app.SignedInAs(scene.Experts[0]);
        var page = await expert.Get($"/appuis/{id}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await expert.Send(page, [], "handler=Decline")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await expert.Send(page, [("Input.DeclinedWhy", "Je le connais, il est né le 12/03/1985")], "handler=Decline")).Status);
        Assert.Equal(RequestState.Waiting, await app.StateOf(id));
        await expert.SendAndFollow(page, [("Input.DeclinedWhy", "Pas ma mesure")], "handler=Decline");
        Assert.Equal(RequestState.Basket, await app.StateOf(id));
        Assert.StartsWith("Demande d’appui à attribuer", Assert.Single(await app.SubjectsTo("coordination-refus@essai.passerelle")), StringComparison.Ordinal);

        var found = await app.AddScene("Attribué", "Refus Autre");
        var keeper = await app.SignedIn(Roles.Coordination, false, scene.House);
        Assert.Contains($"/appuis/{id}", (await keeper.Get("/appuis?onglet=attribuer")).Text, StringComparison.Ordinal);
        await keeper.SendAndFollow(await keeper.Get($"/appuis/{id}?expert={found.Sheets[0]}"), [("Input.ExpertId", $"{found.Sheets[0]}")], "handler=Ask");
        var request = await app.RequestOf(id);
        Assert.Equal((RequestState.Waiting, ChosenBy.Coordination), (request.StateOn(app.Today()), request.Experts.Single(e => e.ExpertId == found.Sheets[0]).By));
        Assert.StartsWith("Demande d’appui", Assert.Single(await app.SubjectsTo(Sessions.MailOf("Refus Autre"))), StringComparison.Ordinal);
        // Whoever doesn't manage it asks nobody.
        Assert.Null((await expert.Get($"/appuis/{id}")).Document.QuerySelector("form[action*='handler=Ask']"));
    }

    [Fact]
    public async Task An_answer_is_told_closed_judged_and_proves_the_expertise()
    {
        var scene = await app.AddScene("Réponse", "Réponse Une");
        var asker = await app.SignedInAs(scene.Asker);
        var id = await app.Ask(asker, scene);
        var expert = await app.SignedInAs(scene.Experts[0]);
        await expert.SendAndFollow(await expert.Get($"/appuis/{id}"), [("Input.Reply", "Commencez par le SPIP."), ("Input.Kind", "Call")], "handler=Reply");
        Assert.Equal(RequestState.Answered, await app.StateOf(id));
        Assert.Contains("Commencez par le SPIP", await app.BodyTo(Sessions.MailOf("Demandeuse Réponse")), StringComparison.Ordinal);
        Assert.Equal((app.Today(), (DateOnly?)null), await ProofAsync());

        await asker.SendAndFollow(await asker.Get($"/appuis/{id}"), [("Input.Message", "Merci, et ensuite ?")], "handler=Message");
        Assert.Contains(await app.SubjectsTo(Sessions.MailOf("Réponse Une")), s => s.StartsWith("Nouveau message", StringComparison.Ordinal));
        var closed = await asker.SendAndFollow(await asker.Get($"/appuis/{id}"), [], "handler=Close");
        Assert.NotNull(closed.Document.QuerySelector($"a[href='/appuis/reponses/nouvelle?demande={id}']"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await asker.Send(closed, [], "handler=Judge")).Status);
        await asker.SendAndFollow(closed, [("Input.Helped", "true"), ("Input.HelpedWhy", "Très concret")], "handler=Judge");
        Assert.Equal((RequestState.Closed, (bool?)true), ((await app.RequestOf(id)).StateOn(app.Today()), (await app.RequestOf(id)).Helped));
        Assert.Equal((app.Today(), app.Today()), await ProofAsync());
        Assert.Contains(await app.SubjectsTo(Sessions.MailOf("Réponse Une")), s => s.StartsWith("Votre réponse a aidé", StringComparison.Ordinal));

        await asker.SendAndFollow(await asker.Get($"/appuis/{id}"), [], "handler=Reopen");
        Assert.Equal(RequestState.Answered, await app.StateOf(id));

        Task<(DateOnly?, DateOnly?)> ProofAsync() => app.WithDb(async db =>
        {
            var known = await db.Set<Expertise>().SingleAsync(e => e.ExpertId == scene.Sheets[0]);
            return (known.UsedOn, known.ConfirmedOn);
        });
    }

    [Fact]
    public async Task A_visit_leads_whoever_plans_to_the_form_of_the_meeting()
    {
        var scene = await app.AddScene("Visite", "Visite Une");
        var id = await app.Ask(await app.SignedInAs(scene.Asker), scene);
        var expert = await app.SignedInAs(scene.Experts[0]);
        var shown = await expert.SendAndFollow(await expert.Get($"/appuis/{id}"), [("Input.Reply", "Venez voir chez nous."), ("Input.Kind", "Visit")], "handler=Reply");
        Assert.DoesNotContain("/rencontres/nouvelle", shown.Text, StringComparison.Ordinal);
        var keeper = await app.SignedIn(Roles.Coordination, false, scene.House);
        var link = (await keeper.Get($"/appuis/{id}")).Document.QuerySelector("main a[href^='/rencontres/nouvelle']")!.GetAttribute("href")!;
        Assert.Contains($"etablissement={scene.House}", link, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await keeper.Get(link)).Status);
    }

    [Fact]
    public async Task It_is_taken_back_by_who_asked_and_those_asked_are_told()
    {
        var scene = await app.AddScene("Retrait", "Retrait Une");
        var asker = await app.SignedInAs(scene.Asker);
        var id = await app.Ask(asker, scene);
        var expert = await app.SignedInAs(scene.Experts[0]);
        var old = await expert.Get($"/appuis/{id}");
        Assert.Null(old.Document.QuerySelector("form[action*='handler=Cancel']"));
        await asker.SendAndFollow(await asker.Get($"/appuis/{id}"), [], "handler=Cancel");
        Assert.Equal(RequestState.Cancelled, await app.StateOf(id));
        Assert.Contains(await app.SubjectsTo(Sessions.MailOf("Retrait Une")), s => s.StartsWith("Vous êtes libéré·e", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.Conflict, (await expert.Send(old, [], "handler=Take")).Status);
    }

    [Fact]
    public async Task An_establishment_asked_is_written_to_at_who_leads_it_and_any_of_its_staff_answers()
    {
        var scene = await app.AddScene("Maison");
        var house = await app.AddEstablishment("Ressource Maison");
        var head = await app.AddStaff(house, "Hélène", "Cheffe Ressource");
        var post = Post.AtEstablishment(house, "Chefferie", PostLevel.Management);
        post.Appoint(head, new(2024, 1, 8));
        await app.Add(post);
        var staff = await app.AddStaff(house, "Léo", "Veilleur Ressource");
        var sheet = await app.AddExpert(Expert.OfHouse(house, "CHRS Ressource Maison"), scene.Topic);
        var id = await app.Ask(await app.SignedInAs(scene.Asker), scene);
        Assert.StartsWith("Demande d’appui", Assert.Single(await app.SubjectsTo(Sessions.MailOf("Cheffe Ressource"))), StringComparison.Ordinal);
        Assert.Empty(await app.SubjectsTo(Sessions.MailOf("Veilleur Ressource")));
        var browser = await app.SignedInAs(staff);
        await browser.SendAndFollow(await browser.Get($"/appuis/{id}"), [("Input.Reply", "Nous l’avons fait trois fois.")], "handler=Reply");
        var request = await app.RequestOf(id);
        Assert.Equal((sheet, ExpertAnswer.Answered, staff), (request.Experts.Single().ExpertId, request.Experts.Single().Answer, request.Messages.Single().AuthorId));
    }

    [Fact]
    public async Task Attachments_are_refused_until_the_coordination_allows_them_here()
    {
        var scene = await app.AddScene("Pièces", "Pièces Une");
        var asker = await app.SignedInAs(scene.Asker);
        var id = await app.Ask(asker, scene);
        var page = await asker.Get($"/appuis/{id}");
        Assert.Contains("Refusées, pour le secret", page.Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SendFileAsync(page)).StatusCode);
        var keeper = await app.SignedIn(Roles.Direction, false, scene.House);
        await keeper.SendAndFollow(await keeper.Get($"/appuis/{id}"), [], "handler=AllowFiles");
        Assert.Equal(HttpStatusCode.Redirect, (await SendFileAsync(page)).StatusCode);
        var link = (await asker.Get($"/appuis/{id}")).Document.QuerySelector("main a[href*='/pieces/']")!.GetAttribute("href")!;
        Assert.Equal(HttpStatusCode.OK, (await asker.Get(link)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.SignedIn(Roles.Administration)).Get(link)).Status);

        async Task<HttpResponseMessage> SendFileAsync(Page from)
        {
            using var form = new MultipartFormDataContent();
            form.Add(new StringContent(from.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken");
            form.Add(new ByteArrayContent("%PDF-1.4\n%%EOF"u8.ToArray()), "file", "protocole.pdf");
            return await asker.Client.PostAsync($"/appuis/{id}?handler=File", form);
        }
    }
}
