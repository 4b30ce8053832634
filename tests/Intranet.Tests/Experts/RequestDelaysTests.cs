using Intranet.Experts;
using Intranet.Shared;
using Intranet.Tests.Http;
using Intranet.Tests.Reminders;
using Intranet.Tests.Training;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Intranet.Tests.Experts;

/// <summary>What time does to a request: nothing, two reminders, the head of service, given up.</summary>
public sealed class RequestDelaysTests(IntranetApp app) : IClassFixture<IntranetApp>
{
    [Fact]
    public async Task Those_asked_are_reminded_at_nine_and_at_twenty_one_once_each()
    {
        var scene = await app.AddScene("Relance", "Relance Une", "Relance Deux");
        var id = await app.Ask(await app.SignedInAs(scene.Asker), scene);
        var declined = await app.SignedInAs(scene.Experts[1]);
        await declined.SendAndFollow(await declined.Get($"/appuis/{id}"), [("Input.DeclinedWhy", "Non")], "handler=Decline");
        foreach (var (days, reminders) in new[] { (2, 0), (8, 0), (9, 1), (12, 1), (21, 2), (30, 2), (44, 2) })
        {
            await app.AgeRequest(id, days);
            await RunAsync();
            await RunAsync();
            Assert.True(reminders == (await app.SubjectsTo(Sessions.MailOf("Relance Une"))).Count(s => s.StartsWith("Une demande d’appui attend", StringComparison.Ordinal)), $"{days} working days");
        }
        Assert.DoesNotContain(await app.SubjectsTo(Sessions.MailOf("Relance Deux")), s => s.StartsWith("Une demande", StringComparison.Ordinal));
    }

    [Fact]
    public async Task At_forty_five_it_is_given_up_and_the_asker_is_told_once()
    {
        var scene = await app.AddScene("Abandon", "Abandon Une");
        var id = await app.Ask(await app.SignedInAs(scene.Asker), scene);
        var expert = await app.SignedInAs(scene.Experts[0]);
        await app.AgeRequest(id, 45);
        // The state doesn't wait for the job, nor does what waits for the expert.
        Assert.Equal(RequestState.GivenUp, await app.StateOf(id));
        Assert.DoesNotContain($"/appuis/{id}\"", (await expert.Get("/appuis?onglet=moi")).Text, StringComparison.Ordinal);
        await RunAsync();
        await RunAsync();
        Assert.Equal(app.Today(), (await app.RequestOf(id)).GivenUpOn);
        Assert.Single(await app.SubjectsTo(Sessions.MailOf("Demandeuse Abandon")), s => s.StartsWith("Votre demande est restée sans réponse", StringComparison.Ordinal));
        // Late, an answer is still one.
        await expert.SendAndFollow(await expert.Get($"/appuis/{id}"), [("Input.Reply", "Tard, mais voici.")], "handler=Reply");
        Assert.Equal(RequestState.Answered, await app.StateOf(id));
    }

    [Fact]
    public async Task At_twenty_one_the_head_of_the_askers_service_is_told_and_nobody_is_named()
    {
        var team = await app.AddTeam("Réf Délai");
        var scene = await app.AddScene("Délai", "Délai Une");
        var asked = new SupportRequest(team.Person, team.Place, scene.Topic, "Une question qui attend ?", DateTime.UtcNow, app.Today());
        asked.Ask(scene.Sheets[0], "essai", ChosenBy.Routing, DateTime.UtcNow, app.Today());
        var id = await app.Add(asked);
        var due = WorkingDays.Add(app.Today(), 21);
        Assert.Empty(await app.Due("support-unanswered", [team.Place], app.Today()));
        Assert.Empty(await app.Due("support-unanswered", [team.Place], due.AddDays(-1)));
        var fact = await app.DueOne("support-unanswered", team.Place, due);
        Assert.Equal((due, (int?)team.Post), (fact.Due, fact.PostId));
        Assert.Contains("Thème Délai", fact.Context, StringComparison.Ordinal);
        Assert.DoesNotContain("Salariée", fact.Context, StringComparison.Ordinal);
        Assert.DoesNotContain("Délai Une", fact.Context, StringComparison.Ordinal);
        Assert.DoesNotContain("question qui attend", fact.Context, StringComparison.Ordinal);
        Assert.Empty(await app.Due("support-unanswered", [team.Place], WorkingDays.Add(app.Today(), 45)));

        await app.WithDb(async db =>
        {
            var request = await db.Set<SupportRequest>().Include(r => r.Subject).Include(r => r.Experts).FirstAsync(r => r.Id == id);
            request.Reply(request.Experts.Single(), MessageKind.Answer, "Voilà.", null, "Ève", DateTime.UtcNow, app.Today());
            return await db.SaveChangesAsync();
        });
        Assert.Empty(await app.Due("support-unanswered", [team.Place], due));
    }

    [Fact]
    public async Task Loads_count_what_is_open_what_came_this_month_and_the_last()
    {
        var scene = await app.AddScene("Charge", "Charge Une", "Charge Deux");
        var asker = await app.SignedInAs(scene.Asker);
        var (first, second) = (await app.Ask(asker, scene, "Première question ?"), await app.Ask(asker, scene, "Deuxième question ?"));
        var expert = await app.SignedInAs(scene.Experts[0]);
        await expert.SendAndFollow(await expert.Get($"/appuis/{first}"), [], "handler=Take");
        await expert.SendAndFollow(await expert.Get($"/appuis/{second}"), [("Input.Reply", "Voilà.")], "handler=Reply");
        var loads = await app.WithDb(db => RequestLoads.ReadAsync(db, app.Today(), CancellationToken.None));
        Assert.Equal((1, 2), (loads[scene.Sheets[0]].Open, loads[scene.Sheets[0]].ThisMonth));
        // The other was released twice: nothing counts, but the turn does.
        Assert.Equal((0, 0), (loads[scene.Sheets[1]].Open, loads[scene.Sheets[1]].ThisMonth));
        Assert.NotEqual(0, loads[scene.Sheets[1]].LastAsked);
        await app.AgeRequest(first, 46);
        Assert.Equal(0, (await app.WithDb(db => RequestLoads.ReadAsync(db, app.Today(), CancellationToken.None)))[scene.Sheets[0]].Open);
    }

    [Fact]
    public async Task The_database_knows_the_same_states_as_the_rules()
    {
        var scene = await app.AddScene("États", "États Une", "États Deux");
        var today = app.Today();
        Action<SupportRequest>[] fates =
        [
            _ => { }, r => r.Take(r.Experts.First(), today), r => r.Reply(r.Experts.First(), MessageKind.Answer, "Voilà.", null, "Ève", DateTime.UtcNow, today),
            r => r.Experts.ToList().ForEach(e => r.Decline(e, "Non", today)), r => r.Close(null, "", today), r => r.Cancel(today),
            r => { r.Take(r.Experts.First(), today); r.Decline(r.Experts.First(e => e.Answer == ExpertAnswer.Taken), "Non", today); },
        ];
        List<int> ids = [];
        foreach (var fate in fates)
        {
            var request = new SupportRequest(scene.Asker, scene.House, scene.Topic, "Une question d’état ?", DateTime.UtcNow, today);
            foreach (var sheet in scene.Sheets)
                request.Ask(sheet, "essai", ChosenBy.Routing, DateTime.UtcNow, today);
            fate(request);
            ids.Add(await app.Add(request));
        }
        foreach (var day in new[] { today, WorkingDays.Add(today, 44), WorkingDays.Add(today, 45), today.AddDays(200) })
        {
            var requests = await app.WithDb(db => db.Set<SupportRequest>().AsNoTracking().Include(r => r.Experts).Where(r => ids.Contains(r.Id)).ToListAsync());
            foreach (var state in Enum.GetValues<RequestState>())
            {
                var found = await app.WithDb(db => db.Set<SupportRequest>().Where(r => ids.Contains(r.Id)).Where(RequestStates.In(state, day)).Select(r => r.Id).Order().ToListAsync());
                Assert.Equal(requests.Where(r => r.StateOn(day) == state).Select(r => r.Id).Order(), found);
            }
        }
    }

    private Task RunAsync() => app.Services.GetServices<IScheduledJob>().Single(j => j.Code == "support-delays").RunAsync(CancellationToken.None);
}
