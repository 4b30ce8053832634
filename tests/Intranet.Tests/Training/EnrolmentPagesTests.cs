using System.Net;
using Intranet.Contacts;
using Intranet.Shared;
using Intranet.Tests.Http;
using Intranet.Training;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Intranet.Tests.Training;

/// <summary>Enrolling a team, answering its requests; who may, and what each reads.</summary>
public sealed class EnrolmentPagesTests(IntranetApp app) : IClassFixture<IntranetApp>
{
    private DateOnly Today => app.Services.GetRequiredService<BusinessDay>().Today;
    private DateOnly On => WorkingDays.Next(Today.AddDays(20));

    [Fact]
    public async Task A_head_of_service_enrols_the_team_and_sees_what_could_keep_people_from_coming()
    {
        var (house, _, head, _, _) = await app.AddTeam("Équipe");
        var busy = await app.AddStaff(house, "Béa", "Équipe Occupée");
        var away = await app.AddStaff(house, "Cléo", "Équipe Absente");
        var leave = await app.AddStaff(house, "Dan", "Équipe Congé");
        var free = await app.AddStaff(house, "Eva", "Équipe Libre");
        await app.AddSession("Session voisine", On, with: s => s.Enrol(Enrolment.Of(busy, "Essai", DateTime.UtcNow), "Essai", DateTime.UtcNow, Today));
        await app.WithDb(async db =>
        {
            var people = await db.Set<Person>().Include(p => p.Subject).Include(p => p.Absences).Include(p => p.Employments).Where(p => p.Id == away || p.Id == leave).ToDictionaryAsync(p => p.Id);
            people[away].BeAway(On.AddDays(-2), On, null);
            people[leave].Employments.Single().TakeLongLeave(Today.AddDays(-30), null);
            return await db.SaveChangesAsync();
        });
        var id = await app.AddSession("Session d’équipe", On, capacity: 2, house: house);
        var browser = await app.SignedInAs(head);
        var page = await browser.Get($"/formations/sessions/{id}/inscriptions");
        Assert.Contains("Session voisine", Beside(page, busy), StringComparison.Ordinal);
        Assert.Contains("Absence du", Beside(page, away), StringComparison.Ordinal);
        Assert.Contains("absence longue", Beside(page, leave), StringComparison.Ordinal);
        Assert.DoesNotContain("alert-triangle", page.Document.QuerySelector($"input[name='Input.People'][value='{free}']")!.ParentElement!.InnerHtml, StringComparison.Ordinal);

        // Another page may propose people.
        var proposed = await browser.Get($"/formations/sessions/{id}/inscriptions?personne={away}&personne={free}");
        Assert.Equal([$"{away}", $"{free}"], proposed.FieldsOf(proposed.Form("handler=Enrol")).Where(f => f.Key == "Input.People").Select(f => f.Value).Order());

        // None of it forbids anything; the third waits.
        var done = await browser.SendAndFollow(page, [("Input.People", $"{busy}"), ("Input.People", $"{away}"), ("Input.People", $"{free}")], "handler=Enrol");
        Assert.Equal([EnrolmentState.Seated, EnrolmentState.Seated, EnrolmentState.Waiting], (await app.StatesOf(id)).Values.Order());
        Assert.Contains("En liste d’attente, 1re", done.Main, StringComparison.Ordinal);
        Assert.NotEmpty(await app.SubjectsTo(Sessions.MailOf("Équipe Libre")));

        // The head reads the team's names on the session's page; somebody of another team only counts.
        Assert.Contains("Équipe Libre", (await browser.Get($"/formations/sessions/{id}")).Main, StringComparison.Ordinal);
        var (_, _, otherHead, _, _) = await app.AddTeam("Autre équipe");
        var other = await (await app.SignedInAs(otherHead)).Get($"/formations/sessions/{id}");
        Assert.DoesNotContain("Équipe Libre", other.Main, StringComparison.Ordinal);
        Assert.Contains("2 personnes ont une place", other.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_enrols_people_of_another_team()
    {
        var (house, _, head, _, _) = await app.AddTeam("Proche");
        var (far, _, _, _, _) = await app.AddTeam("Lointaine");
        var stranger = await app.AddStaff(far, "Fanny", "Lointaine Une");
        var own = await app.AddStaff(house, "Gil", "Proche Un");
        var id = await app.AddSession("Session fermée aux autres", On, with: s =>
        {
            s.Open(true, false, null);
            s.Enrol(Enrolment.Of(stranger, "Essai", DateTime.UtcNow), null, DateTime.UtcNow, Today);
        });
        var enrolment = await app.WithDb(db => db.Set<Enrolment>().Where(e => e.SessionId == id).Select(e => e.Id).SingleAsync());
        var browser = await app.SignedInAs(head);
        var page = await browser.Get($"/formations/sessions/{id}/inscriptions?etablissement={far}&personne={stranger}");
        Assert.DoesNotContain("Lointaine Une", page.Main, StringComparison.Ordinal);
        var refused = await browser.Send(page, [("Input.People", $"{own}"), ("Input.People", $"{stranger}")], "handler=Enrol");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.True(((AngleSharp.Html.Dom.IHtmlInputElement)refused.Document.QuerySelector($"input[name='Input.People'][value='{own}']")!).IsChecked);
        foreach (var handler in new[] { "Approve", "Refuse", "Withdraw" })
            Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(browser, $"/formations/sessions/{id}/inscriptions?handler={handler}", ("enrolment", $"{enrolment}"), ("reason", "Essai"))).StatusCode);
        Assert.Equal([EnrolmentState.Asked], (await app.StatesOf(id)).Values);

        // Who leads nobody has no such page, whatever their role.
        foreach (var role in new[] { Roles.Staff, Roles.Coordination, Roles.Administration })
            Assert.Equal(HttpStatusCode.NotFound, (await (await app.SignedIn(role)).Get($"/formations/sessions/{id}/inscriptions")).Status);
    }

    [Fact]
    public async Task A_request_is_approved_or_refused_with_a_reason()
    {
        var (house, _, head, _, _) = await app.AddTeam("Accord");
        var (one, two) = (await app.AddStaff(house, "Hugo", "Accord Un"), await app.AddStaff(house, "Iris", "Accord Deux"));
        var id = await app.AddSession("Session à accord", On, house: house, with: s => s.Open(true, false, null));
        await app.WithDb(async db =>
        {
            (await db.Set<Person>().Include(p => p.Subject).SingleAsync(p => p.Id == head)).ReachBy("", "cheffe-accord@essai.passerelle");
            return await db.SaveChangesAsync();
        });
        foreach (var person in new[] { one, two })
        {
            var staff = await app.SignedInAs(person);
            var asked = await staff.SendAndFollow(await staff.Get($"/formations/sessions/{id}"), [], "handler=Enrol");
            Assert.Contains("attend l’accord", asked.Main, StringComparison.Ordinal);
        }
        Assert.Equal(0, await app.WithDb(db => db.Set<Enrolment>().CountAsync(e => e.SessionId == id && e.SeatedAt != null)));
        // Whoever answers for the team is told of each request.
        var told = await app.WithDb(db => db.Set<OutboxMail>().Where(m => m.To == "cheffe-accord@essai.passerelle").Select(m => m.Subject).ToListAsync());
        Assert.Equal(2, told.Count(s => s.StartsWith("Demande d’inscription : Session à accord", StringComparison.Ordinal)));
        var browser = await app.SignedInAs(head);
        Assert.Contains("Session à accord (2)", (await browser.Get("/formations/sessions")).Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Session à accord (2)", (await (await app.SignedInAs(one)).Get("/formations/sessions")).Main, StringComparison.Ordinal);
        var page = await browser.Get($"/formations/sessions/{id}/inscriptions");
        page = await browser.SendAndFollow(page, [], "handler=Approve");
        var empty = await browser.Send(page, [("reason", " ")], "handler=Refuse");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.Status);
        Assert.Contains("Dites pourquoi", empty.Errors, StringComparison.Ordinal);
        await browser.SendAndFollow(page, [("reason", "Effectif trop court ce jour-là")], "handler=Refuse");
        Assert.Equal((EnrolmentState.Seated, EnrolmentState.Refused), ((await app.StatesOf(id))[one], (await app.StatesOf(id))[two]));
        Assert.StartsWith("Vous avez une place", (await app.SubjectsTo(Sessions.MailOf("Accord Un")))[^1], StringComparison.Ordinal);
        Assert.StartsWith("Réponse à votre demande", (await app.SubjectsTo(Sessions.MailOf("Accord Deux")))[^1], StringComparison.Ordinal);
        Assert.Contains("Effectif trop court", (await (await app.SignedInAs(two)).Get($"/formations/sessions/{id}")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_heads_on_one_session_see_each_other()
    {
        var (house, _, head, _, _) = await app.AddTeam("Simultané");
        var (one, two) = (await app.AddStaff(house, "Jo", "Simultané Un"), await app.AddStaff(house, "Kim", "Simultané Deux"));
        var id = await app.AddSession("Session simultanée", On, capacity: 1, house: house);
        var browser = await app.SignedInAs(head);
        var late = await browser.Get($"/formations/sessions/{id}/inscriptions");
        await browser.SendAndFollow(await browser.Get($"/formations/sessions/{id}/inscriptions"), [("Input.People", $"{one}")], "handler=Enrol");
        var conflict = await browser.Send(late, [("Input.People", $"{two}")], "handler=Enrol");
        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.True(((AngleSharp.Html.Dom.IHtmlInputElement)conflict.Document.QuerySelector($"input[name='Input.People'][value='{two}']")!).IsChecked);
        Assert.Single(await app.StatesOf(id));
        await browser.SendAndFollow(conflict, [("Input.People", $"{two}")], "handler=Enrol");
        Assert.Equal((EnrolmentState.Seated, EnrolmentState.Waiting), ((await app.StatesOf(id))[one], (await app.StatesOf(id))[two]));

        // Taken off by the head, whoever waited is told.
        await browser.SendAndFollow(await browser.Get($"/formations/sessions/{id}/inscriptions"), [("reason", "Remplacement à assurer")], "handler=Withdraw");
        Assert.Equal((EnrolmentState.Withdrawn, EnrolmentState.Seated), ((await app.StatesOf(id))[one], (await app.StatesOf(id))[two]));
        Assert.StartsWith("Désinscription", (await app.SubjectsTo(Sessions.MailOf("Simultané Un")))[^1], StringComparison.Ordinal);
        Assert.StartsWith("Vous avez une place", (await app.SubjectsTo(Sessions.MailOf("Simultané Deux")))[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_enrolled_is_in_no_history_that_others_read()
    {
        var (house, _, _, person, _) = await app.AddTeam("Historique");
        var id = await app.AddSession("Session à historique", On, house: house);
        await app.WithDb(async db =>
        {
            var session = await db.Set<TrainingSession>().Include(s => s.Subject).ThenInclude(s => s.Links).Include(s => s.Enrolments).SingleAsync(s => s.Id == id);
            session.SetLinks(LinkRole.Establishment, [house]);
            session.Enrol(Enrolment.Of(person, "Essai", DateTime.UtcNow), null, DateTime.UtcNow, Today);
            return await db.SaveChangesAsync();
        });
        foreach (var role in new[] { Roles.Staff, Roles.Coordination, Roles.Administration })
            Assert.Equal(HttpStatusCode.NotFound, (await (await app.SignedIn(role)).Get($"/historique/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.SignedIn(Roles.Direction, seesAll: false)).Get($"/historique/{id}")).Status);
        Assert.Contains("Salariée Historique", (await (await app.SignedIn(Roles.Direction, seesAll: false, house)).Get($"/historique/{id}")).Main, StringComparison.Ordinal);
    }

    private static string Beside(Page page, int person) => page.Document.QuerySelector($"input[name='Input.People'][value='{person}']")!.ParentElement!.TextContent;

    private static async Task<HttpResponseMessage> PostAsync(Browser browser, string address, params (string Name, string Value)[] values)
    {
        var token = (await browser.Get("/filtres")).Document.QuerySelector("meta[name=request-token]")!.GetAttribute("content")!;
        return await browser.Client.PostAsync(address, new FormUrlEncodedContent([.. values.Select(v => KeyValuePair.Create(v.Name, v.Value)), KeyValuePair.Create("__RequestVerificationToken", token)]));
    }
}
