using System.Net;
using Intranet.Experts;
using Intranet.Shared;
using Intranet.Tests.Http;
using Intranet.Tests.Training;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Tests.Experts;

/// <summary>Asking for support, and who reads it.</summary>
public sealed class RequestPagesTests(IntranetApp app) : IClassFixture<IntranetApp>
{
    [Fact]
    public async Task A_question_is_seen_before_it_is_sent_and_reaches_those_proposed()
    {
        var scene = await app.AddScene("Envoi", "Envoi Une", "Envoi Deux", "Envoi Trois", "Envoi Quatre");
        var browser = await app.SignedInAs(scene.Asker);
        var second = await browser.Send(await browser.Get("/appuis/nouveau"), [("Input.TopicId", $"{scene.Topic}"), ("Input.Question", "Comment préparer une commission ?"), ("Input.Urgency", "Pressing")]);
        Assert.Equal(HttpStatusCode.OK, second.Status);
        // Two buttons, two addresses: the second step isn't asked for again by sending.
        Assert.Equal(("/appuis/nouveau", "/appuis/nouveau?handler=Preview"), (second.Form(null).GetAttribute("action"), second.Document.QuerySelector("main button[formaction]")!.GetAttribute("formaction")));
        Assert.Contains("expertise déclarée", second.Main, StringComparison.Ordinal);
        Assert.Equal(3, second.Document.QuerySelectorAll("input[name='Input.Chosen'][checked]").Length);
        Assert.Equal(4, second.Document.QuerySelectorAll("input[name='Input.Chosen']").Length);
        Assert.False(await app.WithDb(db => db.Set<SupportRequest>().AnyAsync(r => r.PersonId == scene.Asker)));

        var answers = await Task.WhenAll(browser.Send(second, []), browser.Send(second, []));
        var id = await app.WithDb(db => db.Set<SupportRequest>().Where(r => r.PersonId == scene.Asker).Select(r => r.Id).SingleAsync());
        Assert.All(answers, a => Assert.Equal($"/appuis/{id}", a.RedirectsTo));
        var request = await app.RequestOf(id);
        Assert.Equal([.. scene.Sheets.Take(3)], request.Experts.Select(e => e.ExpertId).Order());
        Assert.All(request.Experts, e => Assert.Equal(ChosenBy.Routing, e.By));
        var body = await app.BodyTo(Sessions.MailOf("Envoi Une"));
        Assert.Contains("Comment préparer une commission", body, StringComparison.Ordinal);
        Assert.Contains($"/appuis/{id}", body, StringComparison.Ordinal);
        Assert.Contains("expertise déclarée", body, StringComparison.Ordinal);
        Assert.Empty(await app.SubjectsTo(Sessions.MailOf("Envoi Quatre")));
        // Pressing: it leaves at once.
        Assert.True(await app.WithDb(db => db.Set<OutboxMail>().AnyAsync(m => m.To == Sessions.MailOf("Envoi Une") && m.DueAt <= DateTime.UtcNow.AddMinutes(1))));
    }

    [Fact]
    public async Task A_ceiling_holds_when_two_ask_at_the_same_instant()
    {
        var (scene, other) = (await app.AddScene("Plafond"), await app.AddScene("Autre plafond"));
        var sheet = await app.AddExpert(Expert.OfStaff(await app.AddStaff(await app.AddEstablishment("Réseau Plafond"), "Ève", "Plafond"), "Ève Plafond"), scene.Topic, ceiling: 1);
        var browser = await app.SignedInAs(scene.Asker);
        var second = await browser.Send(await browser.Get("/appuis/nouveau"), [("Input.TopicId", $"{scene.Topic}"), ("Input.Question", "La dernière du mois ?")]);
        Assert.Single(second.Document.QuerySelectorAll("input[name='Input.Chosen'][checked]"));
        // The other's request is written, not committed, while this one's candidates are read; it is by the time this one saves.
        var answer = await app.WithDb(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            var theirs = new SupportRequest(other.Asker, other.House, scene.Topic, "La mienne ?", DateTime.UnixEpoch, app.Today());
            theirs.Ask(sheet, "essai", ChosenBy.Routing, DateTime.UnixEpoch, app.Today());
            db.Add(theirs);
            await db.SaveChangesAsync();
            var sending = browser.Send(second, []);
            await Task.WhenAny(sending, Task.Delay(TimeSpan.FromSeconds(1.5)));
            await transaction.CommitAsync();
            return await sending;
        });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Ève Plafond vient de recevoir une autre demande", answer.Errors, StringComparison.Ordinal);
        Assert.Equal("La dernière du mois ?", answer.Document.QuerySelector("[name='Input.Question']")!.GetAttribute("value") ?? answer.Document.QuerySelector("[name='Input.Question']")!.TextContent.Trim());
        Assert.Empty(answer.Document.QuerySelectorAll("input[name='Input.Chosen'][checked]"));
        Assert.False(await app.WithDb(db => db.Set<SupportRequest>().AnyAsync(r => r.PersonId == scene.Asker)));
    }

    [Fact]
    public async Task An_identity_is_refused_and_the_text_stays_in_the_form_and_nowhere_else()
    {
        var scene = await app.AddScene("Secret", "Secret Une");
        var browser = await app.SignedInAs(scene.Asker);
        const string Text = "Zoltan Kérékès, né le 12/03/1985, cherche un hébergement";
        var refused = await browser.Send(await browser.Get("/appuis/nouveau"), [("Input.TopicId", $"{scene.Topic}"), ("Input.Question", Text)]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("date de naissance", refused.Errors, StringComparison.Ordinal);
        Assert.Equal(Text, refused.Document.QuerySelector("textarea")!.TextContent.Trim());
        Assert.False(await app.WithDb(db => db.Set<SupportRequest>().AnyAsync(r => r.PersonId == scene.Asker)));
        Assert.False(await app.WithDb(db => db.Set<Draft>().AnyAsync(d => d.Content.Contains("Zoltan"))));
    }

    [Fact]
    public async Task Nobody_found_goes_to_the_coordination_and_says_so()
    {
        var scene = await app.AddScene("Panier");
        await app.AddAccount("coordination-panier@essai.passerelle", Roles.Coordination, seesAll: false, scene.House);
        await app.AddAccount("direction-panier@essai.passerelle", Roles.Direction, seesAll: false, scene.House);
        var browser = await app.SignedInAs(scene.Asker);
        var second = await browser.Send(await browser.Get("/appuis/nouveau"), [("Input.TopicId", $"{scene.Topic}"), ("Input.Question", "Qui connaît cela ?")]);
        Assert.Contains("Personne n’a été trouvé", second.Main, StringComparison.Ordinal);
        var shown = await browser.SendAndFollow(second, []);
        Assert.Contains("À attribuer", shown.Main, StringComparison.Ordinal);
        Assert.StartsWith("Demande d’appui à attribuer", Assert.Single(await app.SubjectsTo("coordination-panier@essai.passerelle")), StringComparison.Ordinal);
        Assert.Empty(await app.SubjectsTo("direction-panier@essai.passerelle"));
    }

    [Fact]
    public async Task The_asker_may_choose_somebody_by_their_sheet_but_not_who_is_away()
    {
        var scene = await app.AddScene("Choix", "Choix Une", "Choix Deux");
        var browser = await app.SignedInAs(scene.Asker);
        var elsewhere = await app.AddScene("Ailleurs", "Choix Ailleurs");
        var form = await browser.Get($"/appuis/nouveau?expert={elsewhere.Sheets[0]}&theme={scene.Topic}");
        var second = await browser.Send(form, [("Input.Question", "Une question de choix ?")]);
        Assert.Contains("choisie par la personne qui demande", second.Main, StringComparison.Ordinal);
        var done = await browser.Send(second, [("Input.Chosen", $"{elsewhere.Sheets[0]}")]);
        var request = await app.RequestOf(int.Parse(done.RedirectsTo!.Split('/')[^1]));
        Assert.Equal(elsewhere.Sheets[0], Assert.Single(request.Experts).ExpertId);
        Assert.Equal(ChosenBy.Asker, request.Experts.Single().By);

        await app.WithDb(async db =>
        {
            (await db.Set<Expert>().Include(e => e.Subject).FirstAsync(e => e.Id == scene.Sheets[0])).Pause(app.Today().AddDays(9), app.Today());
            return await db.SaveChangesAsync();
        });
        var away = await browser.Send(await browser.Get($"/appuis/nouveau?expert={scene.Sheets[0]}&theme={scene.Topic}"), [("Input.Question", "Une autre question ?")]);
        Assert.Contains("indisponible jusqu’au", away.Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.Send(away, [("Input.Chosen", $"{scene.Sheets[0]}")])).Status);
    }

    [Fact]
    public async Task It_is_read_by_the_team_the_experts_those_mentioned_and_whoever_keeps_the_basket()
    {
        var scene = await app.AddScene("Lecture", "Lecture Une", "Lecture Deux");
        var asker = await app.SignedInAs(scene.Asker);
        var id = await app.Ask(asker, scene, "Une question lue par peu de gens ?");
        var mate = await app.AddStaff(scene.House, "Bo", "Collègue Lecture");
        var other = await app.AddStaff(await app.AddEstablishment("Ailleurs Lecture"), "Cy", "Autre Lecture");
        var reader = await app.SignedInAs(other);
        await Reads(asker, 200);
        await Reads(await app.SignedInAs(mate), 200);
        await Reads(await app.SignedInAs(scene.Experts[1]), 200);
        await Reads(reader, 404);
        await Reads(await app.SignedIn(Roles.Coordination, false, scene.House), 200);
        await Reads(await app.SignedIn(Roles.Direction, false, scene.House), 200);
        await Reads(await app.SignedIn(Roles.Coordination, false, await app.AddEstablishment("Hors périmètre Lecture")), 404);
        await Reads(await app.SignedIn(Roles.Administration), 404);

        var page = await asker.Get($"/appuis/{id}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await asker.Send(page, [("Input.Colleague", "Personne Inconnue")], "handler=Mention")).Status);
        await asker.SendAndFollow(page, [("Input.Colleague", $"Cy (n° {other})")], "handler=Mention");
        await Reads(reader, 200);
        Assert.StartsWith("Vous êtes mentionné·e", Assert.Single(await app.SubjectsTo(Sessions.MailOf("Autre Lecture"))), StringComparison.Ordinal);
        // They write, and take nothing: it isn't asked of them.
        var theirs = await reader.Get($"/appuis/{id}");
        Assert.Null(theirs.Document.QuerySelector("form[action*='handler=Take']"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await reader.Send(theirs, [("Input.Message", " ")], "handler=Message")).Status);

        // What the journal shows of it says nothing of the question.
        var journal = await (await app.SignedIn(Roles.Administration)).Get("/administration/journal?type=support-request");
        Assert.DoesNotContain("lue par peu de gens", journal.Text, StringComparison.Ordinal);
        Assert.False(await app.WithDb(db => db.AuditEntries.AnyAsync(a => a.Changes.Contains("lue par peu"))));

        async Task Reads(Browser browser, int status)
        {
            Assert.Equal(status, (int)(await browser.Get($"/appuis/{id}")).Status);
            Assert.Equal(status == 200, (await browser.Get($"/appuis/{id}")).Text.Contains("lue par peu de gens", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task The_lists_have_their_tabs_and_the_export_names_nobody_asked()
    {
        var scene = await app.AddScene("Listes", "Listes Une");
        var asker = await app.SignedInAs(scene.Asker);
        await app.Ask(asker, scene, "Une question de liste ?");
        var expert = await app.SignedInAs(scene.Experts[0]);
        Assert.Contains("Une question de liste", (await asker.Get("/appuis?onglet=mes-demandes")).Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Une question de liste", (await asker.Get("/appuis?onglet=moi")).Main, StringComparison.Ordinal);
        Assert.Contains("Une question de liste", (await expert.Get("/appuis")).Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Une question de liste", (await expert.Get("/appuis?onglet=equipe")).Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Une question de liste", (await asker.Get("/appuis?onglet=mes-demandes&etat=Answered")).Main, StringComparison.Ordinal);
        Assert.Contains("Une question de liste", (await asker.Get($"/appuis?onglet=mes-demandes&etat=Waiting&theme={scene.Topic}")).Main, StringComparison.Ordinal);
        var keeper = await app.SignedIn(Roles.Coordination, false, scene.House);
        Assert.Contains("Une question de liste", (await keeper.Get("/appuis?onglet=perimetre")).Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Une question de liste", (await keeper.Get("/appuis?onglet=attribuer")).Main, StringComparison.Ordinal);
        // The figure in the menu and the card of the home page are the list's.
        var home = await expert.Get("/");
        Assert.Contains("Une question de liste", home.Main, StringComparison.Ordinal);
        Assert.Contains("1", home.Document.QuerySelectorAll("nav a[href='/appuis']").Single().TextContent, StringComparison.Ordinal);
        Assert.Equal(TableWriter.XlsxType, (await asker.Get("/appuis/export.xlsx?onglet=mes-demandes")).Header("Content-Type"));
    }

    [Fact]
    public async Task Answers_already_given_on_the_topic_are_shown_before_sending()
    {
        var scene = await app.AddScene("Semblable", "Semblable Une");
        var shared = new SharedAnswer(scene.Topic, null, "Organiser une permission de sortir", "Autrice", app.Today());
        shared.Write(scene.Topic, "Organiser une permission de sortir", "Comment organiser une permission ?", "Ainsi.", "Autrice", app.Today());
        shared.Publish("Relecteur", app.Today());
        var answer = await app.Add(shared);
        var asker = await app.SignedInAs(scene.Asker);
        var first = await app.Ask(asker, scene, "Quelle permission pour un entretien d’embauche ?");
        var expert = await app.SignedInAs(scene.Experts[0]);
        await expert.SendAndFollow(await expert.Get($"/appuis/{first}"), [("Input.Reply", "Deux semaines avant.")], "handler=Reply");

        var second = await asker.Send(await asker.Get("/appuis/nouveau"), [("Input.TopicId", $"{scene.Topic}"), ("Input.Question", "Une permission se demande à qui ?")]);
        Assert.NotNull(second.Document.QuerySelector($"main a[href='/appuis/reponses/{answer}']"));
        Assert.NotNull(second.Document.QuerySelector($"main a[href='/appuis/{first}']"));
        // Somebody else reads the published answer only.
        var stranger = await app.SignedInAs(await app.AddStaff(await app.AddEstablishment("Loin Semblable"), "Dan", "Loin Semblable"));
        var theirs = await stranger.Send(await stranger.Get("/appuis/nouveau"), [("Input.TopicId", $"{scene.Topic}"), ("Input.Question", "Une permission se demande à qui ?")]);
        Assert.NotNull(theirs.Document.QuerySelector($"main a[href='/appuis/reponses/{answer}']"));
        Assert.Null(theirs.Document.QuerySelector($"main a[href='/appuis/{first}']"));
    }

    [Fact]
    public async Task An_account_of_nobody_in_post_asks_nothing()
    {
        var browser = await app.SignedIn(Roles.Coordination);
        Assert.Contains("lié à aucune personne en poste", (await browser.Get("/appuis/nouveau")).Main, StringComparison.Ordinal);
        Assert.DoesNotContain("/appuis/nouveau", (await browser.Get("/appuis")).Main, StringComparison.Ordinal);
    }
}
