using System.Net;
using Intranet.Contacts;
using Intranet.Experts;
using Intranet.Shared;
using Intranet.Tests.Http;
using Intranet.Tests.Training;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Intranet.Tests.Experts;

/// <summary>Sheets of the network: who writes them, who confirms, what is refused.</summary>
public sealed class NetworkPagesTests(IntranetApp app) : IClassFixture<IntranetApp>
{
    private DateOnly Today => app.Services.GetRequiredService<BusinessDay>().Today;

    [Fact]
    public async Task Somebody_joins_and_their_head_confirms_never_themselves()
    {
        var team = await app.AddTeam("Traverse");
        var topic = await TopicId("Placement extérieur");
        var (own, head, colleague) = (await app.SignedInAs(team.Person), await app.SignedInAs(team.Head), await app.SignedIn(Roles.Staff));
        Assert.Equal("/experts/nouveau", (await own.Get("/experts/moi")).RedirectsTo);
        var sheet = await own.SendAndFollow(await own.Get("/experts/nouveau"), [("Input.TopicId", $"{topic}"), ("Input.Level", "Practises"), ("Input.About", "Relit les dossiers."), ("Input.Departments", "93, Val-de-Marne"), ("Input.Ceiling", "3"), ("Input.WelcomesVisits", "true")]);
        var id = int.Parse(sheet.Address.Split('/')[^1]);
        Assert.Equal(sheet.Address, (await own.Get("/experts/moi")).RedirectsTo);
        Assert.Equal(sheet.Address, (await own.Get("/experts/nouveau")).RedirectsTo);
        var stored = await Expert(id);
        Assert.Equal(("|93|94|", 3, true, "Relit les dossiers."), (stored.Departments, stored.Ceiling, stored.WelcomesVisits, stored.About));
        Assert.Contains("Déclarée", sheet.Main, StringComparison.Ordinal);

        // Neither oneself nor any colleague confirms it.
        foreach (var other in new[] { own, colleague })
        {
            Assert.DoesNotContain("Confirm", (await other.Get(sheet.Address)).Text.Split("<main")[1], StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.Forbidden, (await SendTo(other, $"{sheet.Address}?handler=Confirm", ("theme", $"{topic}"), ("version", $"{stored.Version}"))).Status);
        }
        Assert.Contains("Salariée Traverse", (await head.Get("/experts/a-confirmer")).Main, StringComparison.Ordinal);
        var (stale, fresh) = (await head.Get(sheet.Address), await head.Get(sheet.Address));
        var confirmed = await head.SendAndFollow(fresh, [], "handler=Confirm");
        Assert.Contains("Confirmée par la ou le responsable", confirmed.Main, StringComparison.Ordinal);
        Assert.Equal((Today, Proof.Head), await app.WithDb(db => db.Set<Expertise>().Where(e => e.ExpertId == id).Select(e => ValueTuple.Create(e.ConfirmedOn!.Value, e.ProvedBy!.Value)).SingleAsync()));
        Assert.DoesNotContain("Salariée Traverse", (await head.Get("/experts/a-confirmer")).Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await head.Send(stale, [], "handler=Confirm")).Status);
    }

    [Fact]
    public async Task What_is_to_confirm_is_confirmed_from_the_list_in_one_click()
    {
        var (here, elsewhere) = (await app.AddTeam("Liste"), await app.AddTeam("Autre liste"));
        var known = await TopicId("Libération conditionnelle");
        await AddExpert(here.Person, (known, false));
        await AddExpert(elsewhere.Person, (known, true));
        var peer = await app.SignedInAs(elsewhere.Person);
        var list = await peer.SendAndFollow(await peer.Get("/experts/a-confirmer"), [], "handler=Confirm");
        Assert.Equal("/experts/a-confirmer", list.Address);
        Assert.Contains("est confirmée", list.Text, StringComparison.Ordinal);
        Assert.Contains("Rien à confirmer", list.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_peer_confirms_what_they_know_themselves_only()
    {
        var (here, elsewhere) = (await app.AddTeam("Pair"), await app.AddTeam("Autre pair"));
        var (known, other) = (await TopicId("Semi-liberté"), await TopicId("Travail d’intérêt général"));
        var sheet = await AddExpert(here.Person, (known, false), (other, false));
        await AddExpert(elsewhere.Person, (known, true));
        var peer = await app.SignedInAs(elsewhere.Person);
        Assert.Contains("vous le connaissez", (await peer.Get("/experts/a-confirmer")).Main, StringComparison.Ordinal);
        var page = await peer.Get($"/experts/{sheet}");
        Assert.Equal([$"{known}"], page.Document.QuerySelectorAll("form[action*='handler=Confirm'] input[name=theme]").Select(i => i.GetAttribute("value")));
        Assert.Contains("par une ou un collègue", (await peer.SendAndFollow(page, [], "handler=Confirm")).Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await SendTo(peer, $"/experts/{sheet}?handler=Confirm", ("theme", $"{other}"), ("version", "3"))).Status);
    }

    [Fact]
    public async Task What_faded_is_said_again_by_oneself_and_stays_to_be_confirmed()
    {
        var team = await app.AddTeam("Oubli");
        var topic = await TopicId("Contrôle judiciaire");
        var expert = Intranet.Experts.Expert.OfStaff(team.Person, "Léa Salariée Oubli");
        expert.Declare(topic, ExpertiseLevel.Reference, null, "Léa Salariée Oubli", Today.AddYears(-3)).Confirm(Proof.Head, "Une cheffe", Today.AddYears(-2));
        var id = await app.Add(expert);
        var own = await app.SignedInAs(team.Person);
        var page = await own.Get($"/experts/{id}");
        Assert.Contains("à reconfirmer", page.Main, StringComparison.Ordinal);
        var still = await own.SendAndFollow(page, [], "handler=Still");
        Assert.Contains("Déclarée", still.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Toujours d’actualité", still.Main, StringComparison.Ordinal);
        Assert.Equal(ExpertiseState.Declared, await app.WithDb(async db => (await db.Set<Expertise>().SingleAsync(e => e.ExpertId == id)).StateOn(Today)));
        Assert.Equal(HttpStatusCode.Forbidden, (await SendTo(await app.SignedInAs(team.Head), $"/experts/{id}?handler=Still", ("theme", $"{topic}"), ("version", "9"))).Status);
    }

    [Fact]
    public async Task A_sheet_is_edited_by_its_owner_with_conflicts_told_and_what_was_typed_kept()
    {
        var team = await app.AddTeam("Modifiée");
        var (one, two) = (await TopicId("Addictions"), await TopicId("Santé mentale"));
        var id = await AddExpert(team.Person, (one, true));
        var own = await app.SignedInAs(team.Person);
        var (edit, topics, pause, leave) = (await own.Get($"/experts/{id}/modifier"), await own.Get($"/experts/{id}/themes"), await own.Get($"/experts/{id}/indisponibilite"), await own.Get($"/experts/{id}/retrait"));

        async Task Refused(Page form, string field, string value, string sentence)
        {
            var answer = await own.Send(form, [(field, value)]);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
            Assert.Contains(sentence, answer.Errors, StringComparison.Ordinal);
        }
        await Refused(edit, "Input.Ceiling", "40", "1 à 30");
        await Refused(edit, "Input.Departments", "Atlantide", "n’est pas un département");
        await Refused(edit, "Input.About", "Madame Jeanne Dupont née le 3 mars 1980 à Melun est sortie hier", "");
        await Refused(pause, "Input.UnavailableUntil", $"{Today.AddDays(-1):yyyy-MM-dd}", "jour à venir");
        await Refused(topics, "Input.TopicId", $"{two}", "niveau");
        await Refused(topics, "Input.Lines[0].Since", $"{Today.AddDays(5):yyyy-MM-dd}", "jour passé");

        await own.SendAndFollow(edit, [("Input.Ceiling", "2"), ("Input.About", "Par téléphone.")]);
        var late = await own.Send(edit, [("Input.Ceiling", "7")]);
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("2", late.Document.QuerySelector("table.conflict")!.TextContent, StringComparison.Ordinal);
        foreach (var (form, values) in new[] { (pause, new[] { ("Input.UnavailableUntil", $"{Today.AddDays(9):yyyy-MM-dd}") }), (leave, []), (topics, [("Input.TopicId", $"{two}"), ("Input.Level", "Knows")]) })
            Assert.Equal(HttpStatusCode.Conflict, (await own.Send(form, values)).Status);

        // The form that says so sends anew what was typed.
        var kept = await own.Send(topics, [("Input.TopicId", $"{two}"), ("Input.Level", "Knows"), ("Input.Lines[0].Level", "Reference")]);
        await own.SendAndFollow(kept, []);
        Assert.Equal([(one, ExpertiseLevel.Reference, null), (two, ExpertiseLevel.Knows, (DateOnly?)null)], await app.WithDb(db => db.Set<Expertise>().Where(e => e.ExpertId == id).OrderBy(e => e.Id).Select(e => ValueTuple.Create(e.TopicId, e.Level, e.ConfirmedOn)).ToListAsync()));
        await own.SendAndFollow(await own.Get($"/experts/{id}/themes"), [("Input.Lines[0].Drop", "true")]);
        Assert.Equal(1, await app.WithDb(db => db.Set<Expertise>().CountAsync(e => e.ExpertId == id)));

        Assert.Contains("Indisponible jusqu’au", (await own.SendAndFollow(await own.Get($"/experts/{id}/indisponibilite"), [("Input.UnavailableUntil", $"{Today.AddDays(9):yyyy-MM-dd}")])).Main, StringComparison.Ordinal);
        var colleague = await app.SignedIn(Roles.Staff);
        await own.SendAndFollow(await own.Get($"/experts/{id}/retrait"), []);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), ((await own.Get($"/experts/{id}")).Status, (await colleague.Get($"/experts/{id}")).Status));
        Assert.DoesNotContain("Salariée Modifiée", (await colleague.Get("/experts?q=modifiee")).Main, StringComparison.Ordinal);
        await own.SendAndFollow(await own.Get($"/experts/{id}/retrait"), []);
        Assert.Contains("Salariée Modifiée", (await colleague.Get("/experts?q=modifiee")).Main, StringComparison.Ordinal);
        foreach (var page in new[] { "modifier", "themes", "indisponibilite", "retrait" })
        {
            foreach (var browser in new[] { colleague, await app.SignedInAs(team.Head), await app.SignedIn(Roles.Administration) })
                Assert.Equal(HttpStatusCode.Forbidden, (await browser.Get($"/experts/{id}/{page}")).Status);
        }
    }

    [Fact]
    public async Task The_head_writes_for_the_establishment_and_another_confirms()
    {
        var team = await app.AddTeam("Ressource");
        var topic = await TopicId("SPIP");
        var (head, coordinator, outside) = (await app.SignedInAs(team.Head), await app.SignedIn(Roles.Coordination, seesAll: false, team.Place), await app.SignedIn(Roles.Coordination, seesAll: false, (await app.AddTeam("Ailleurs")).Place));
        foreach (var browser in new[] { outside, await app.SignedInAs(team.Person), await app.SignedIn(Roles.Administration) })
            Assert.Equal(HttpStatusCode.NotFound, (await browser.Get($"/experts/nouveau?etablissement={team.Place}")).Status);
        var sheet = await head.SendAndFollow(await head.Get($"/experts/nouveau?etablissement={team.Place}"), [("Input.TopicId", $"{topic}"), ("Input.Level", "Reference")]);
        Assert.Contains("Établissement ressource", sheet.Main, StringComparison.Ordinal);
        Assert.Null(sheet.Document.QuerySelector("form[action*='handler=Confirm']"));
        Assert.Null((await outside.Get(sheet.Address)).Document.QuerySelector("form[action*='handler=Confirm']"));
        Assert.Equal(HttpStatusCode.Forbidden, (await outside.Get($"{sheet.Address}/modifier")).Status);
        await coordinator.SendAndFollow(await coordinator.Get(sheet.Address), [], "handler=Confirm");
        await coordinator.SendAndFollow(await coordinator.Get($"{sheet.Address}/modifier"), [("Input.About", "Accueille les équipes voisines.")]);

        // Both sheets tell it.
        var place = await (await app.SignedIn(Roles.Staff)).Get($"/etablissements/{team.Place}");
        Assert.Contains("Établissement ressource", place.Main, StringComparison.Ordinal);
        Assert.Contains(place.Document.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")), h => h == sheet.Address);
    }

    [Fact]
    public async Task A_partners_person_is_added_by_coordination_and_shown_on_the_partners_sheet()
    {
        var partner = await app.AddPartner("SPIP du réseau", "spip");
        var person = await app.Add(new Person("Maud", "Perrin", "essai"));
        var post = Post.AtPartner(partner, "CPIP", PostLevel.Field);
        post.Appoint(person, new(2025, 1, 6));
        await app.Add(post);
        foreach (var role in new[] { Roles.Staff, Roles.Administration })
            Assert.Equal(HttpStatusCode.NotFound, (await (await app.SignedIn(role)).Get($"/experts/nouveau?personne={person}")).Status);
        var coordinator = await app.SignedIn(Roles.Coordination);
        var found = await coordinator.Get("/experts/nouveau?cherche=perrin");
        Assert.Contains(found.Document.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")), h => h == $"/experts/nouveau?personne={person}");
        var sheet = await coordinator.SendAndFollow(await coordinator.Get($"/experts/nouveau?personne={person}"), [("Input.TopicId", $"{await TopicId("SPIP")}"), ("Input.Level", "Reference")]);
        Assert.Contains("SPIP du réseau", sheet.Main, StringComparison.Ordinal);
        var staff = await app.SignedIn(Roles.Staff);
        Assert.Contains("Qui peut m’aider", (await staff.Get($"/partenaires/{partner}")).Main, StringComparison.Ordinal);
        Assert.Contains("Réseau d’experts", (await staff.Get($"/personnes/{person}")).Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Qui peut m’aider", (await staff.Get($"/partenaires/{await app.AddPartner("Une association")}")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_without_anybody_employed_has_no_sheet_of_its_own()
    {
        var browser = await app.SignedIn(Roles.Staff);
        Assert.Contains("rattaché à aucune personne", (await browser.Get("/experts/nouveau")).Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await SendTo(browser, "/experts/nouveau", ("Input.TopicId", "1"), ("Input.Level", "Knows"), ("Input.Ceiling", "3"))).Status);
    }

    private Task<int> AddExpert(int person, params (int Topic, bool Confirmed)[] topics)
        => app.WithDb(async db =>
        {
            var name = await db.Set<Person>().Where(p => p.Id == person).Select(p => p.FirstName + " " + p.LastName).SingleAsync();
            var expert = Intranet.Experts.Expert.OfStaff(person, name);
            foreach (var (topic, confirmed) in topics)
            {
                var said = expert.Declare(topic, ExpertiseLevel.Practises, null, name, Today.AddDays(-30));
                if (confirmed)
                    said.Confirm(Proof.Head, "essai", Today.AddDays(-20));
            }
            db.Add(expert);
            await db.SaveChangesAsync();
            return expert.Id;
        });

    private Task<int> TopicId(string name) => app.WithDb(db => db.Set<Topic>().Where(t => t.Name == name).Select(t => t.Id).SingleAsync());

    private Task<Expert> Expert(int id) => app.WithDb(db => db.Set<Expert>().SingleAsync(e => e.Id == id));

    // What a page without that form would send.
    private static async Task<Page> SendTo(Browser browser, string address, params (string Name, string Value)[] values)
    {
        var token = (await browser.Get("/filtres")).Document.QuerySelector("meta[name=request-token]")!.GetAttribute("content")!;
        return await Page.From(address, await browser.Client.PostAsync(address, new FormUrlEncodedContent(values.Append(("__RequestVerificationToken", token)).Select(v => KeyValuePair.Create(v.Item1, v.Item2)))));
    }
}
