using Intranet.Contacts;
using Intranet.Experts;
using Intranet.Shared;
using Intranet.Tests.Http;
using Intranet.Tests.Training;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Intranet.Tests.Experts;

/// <summary>An establishment that asks and one that answers, each with its head; an expert of the second, on one topic.</summary>
internal sealed record AppuiScene(TrainingTeam Asking, TrainingTeam Answering, int Topic, int Expert)
{
    public int Asker => Asking.Person;
    public int Adviser => Answering.Person;
}

internal static class Appuis
{
    private static int names;

    public static Task<int> TopicOf(this IntranetApp app, string name) => app.WithDb(db => db.Set<Topic>().Where(t => t.Name == name).Select(t => t.Id).SingleAsync());

    public static async Task<AppuiScene> AddScene(this IntranetApp app, string name, DateOnly today, string topic = "Placement extérieur")
    {
        var (asking, answering, id) = (await app.AddTeam($"Demande {name}"), await app.AddTeam($"Appui {name}"), await app.TopicOf(topic));
        var sheet = Expert.OfStaff(answering.Person, $"Léa Salariée Appui {name}");
        sheet.Declare(id, ExpertiseLevel.Practises, null, "essai", today.AddDays(-20));
        return new(asking, answering, id, await app.Add(sheet));
    }

    /// <summary>A request of the scene; the expert answered it when a text is given.</summary>
    public static async Task<int> AddRequest(this IntranetApp app, AppuiScene scene, DateOnly on, string question = "Que faire d’un retour tardif ?", string? answer = null, DateOnly? answeredOn = null, bool? helped = null)
    {
        var request = new SupportRequest(scene.Asker, scene.Asking.Place, scene.Topic, question, DateTime.UnixEpoch, on);
        var asked = request.Ask(scene.Expert, "essai", ChosenBy.Routing, DateTime.UnixEpoch, on);
        if (answer is not null)
            request.Reply(asked, MessageKind.Answer, answer, scene.Adviser, "Léa Salariée", DateTime.UnixEpoch, answeredOn ?? on);
        if (helped is not null)
            request.Close(helped, "", answeredOn ?? on);
        return await app.Add(request);
    }

    /// <summary>Signed in as that person, under a name of one's own: a second look is somebody else's.</summary>
    public static async Task<Browser> Named(this IntranetApp app, string name, int person, Roles roles = Roles.Staff, params int[] scope)
    {
        var account = $"{Interlocked.Increment(ref names)}-appui@essai.passerelle";
        var id = await app.AddAccount(account, roles, seesAll: false, scope);
        await app.WithDb(async db =>
        {
            var known = await db.Users.SingleAsync(a => a.Id == id);
            (known.DisplayName, known.PersonId) = (name, person == 0 ? null : person);
            return await db.SaveChangesAsync();
        });
        var browser = app.Anonymous();
        await browser.SignIn(account, IntranetApp.Password);
        return browser;
    }

    /// <summary>The only expert on a topic of its own, of that establishment, with an account.</summary>
    /// <returns>The topic.</returns>
    public static async Task<int> AddExpertAccount(this IntranetApp app, string account, string house)
    {
        var topic = await app.Add(new Topic(TopicFamily.Field, "Notes et comptes rendus"));
        var (place, today) = (await app.WithDb(db => db.Set<Establishment>().Where(e => e.Name == house).Select(e => e.Id).SingleAsync()), app.Services.GetRequiredService<BusinessDay>().Today);
        var person = await app.Employ("Ada", "Journée", place);
        var sheet = Expert.OfStaff(person, "Ada Journée");
        sheet.Declare(topic, ExpertiseLevel.Reference, null, "essai", today.AddDays(-30)).Confirm(Proof.Head, "essai", today.AddDays(-20));
        await app.Add(sheet);
        var id = await app.AddAccount(account, Roles.Staff, seesAll: false, place);
        await app.WithDb(async db =>
        {
            var known = await db.Users.SingleAsync(a => a.Id == id);
            (known.DisplayName, known.PersonId) = ("Ada Journée", person);
            return await db.SaveChangesAsync();
        });
        return topic;
    }
}
