using Intranet.Contacts;
using Intranet.Experts;
using Intranet.Shared;
using Intranet.Tests.Http;
using Intranet.Tests.Training;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Intranet.Tests.Experts;

/// <summary>Somebody who asks, where they work, and experts of a topic that nobody else knows.</summary>
/// <param name="Sheets">Of the experts, in the order of <paramref name="Experts"/>, who are people.</param>
internal sealed record SupportScene(int Topic, int House, int Asker, IReadOnlyList<int> Experts, IReadOnlyList<int> Sheets);

internal static class Supports
{
    private static int topics;

    public static DateOnly Today(this IntranetApp app) => app.Services.GetRequiredService<BusinessDay>().Today;

    /// <param name="names">Last names of the experts, all of one house.</param>
    public static async Task<SupportScene> AddScene(this IntranetApp app, string name, params string[] names)
    {
        var topic = await app.Add(new Topic(TopicFamily.Field, $"Thème {name} {Interlocked.Increment(ref topics)}"));
        var house = await app.AddEstablishment($"Demande {name}");
        var asker = await app.AddStaff(house, "Alix", $"Demandeuse {name}");
        var (people, sheets) = (new List<int>(), new List<int>());
        var place = names.Length == 0 ? 0 : await app.AddEstablishment($"Réseau {name}");
        foreach (var last in names)
        {
            people.Add(await app.AddStaff(place, "Ève", last));
            sheets.Add(await app.AddExpert(Expert.OfStaff(people[^1], $"Ève {last}"), topic));
        }
        return new(topic, house, asker, people, sheets);
    }

    public static Task<int> AddExpert(this IntranetApp app, Expert expert, int topic, int ceiling = Expert.UsualCeiling)
    {
        expert.Offer("", [], ceiling, true);
        expert.Declare(topic, ExpertiseLevel.Practises, null, "essai", app.Today());
        return app.Add(expert);
    }

    /// <summary>Asks through the pages, in both steps, those proposed.</summary>
    public static async Task<int> Ask(this IntranetApp app, Browser browser, SupportScene scene, string question = "Comment préparer une commission ?", params (string, string)[] more)
    {
        var second = await browser.Send(await browser.Get("/appuis/nouveau"), [("Input.TopicId", $"{scene.Topic}"), ("Input.Question", question), .. more]);
        Assert.True(second.Status == System.Net.HttpStatusCode.OK, second.Errors);
        var done = await browser.Send(second, []);
        Assert.True(done.Status == System.Net.HttpStatusCode.Redirect, done.Errors);
        return int.Parse(done.RedirectsTo!.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>The request as the database has it, whole.</summary>
    public static Task<SupportRequest> RequestOf(this IntranetApp app, int id)
        => app.WithDb(db => db.Set<SupportRequest>().AsNoTracking().Include(r => r.Experts).Include(r => r.Messages).Include(r => r.Mentions).FirstAsync(r => r.Id == id));

    public static async Task<RequestState> StateOf(this IntranetApp app, int id) => (await app.RequestOf(id)).StateOn(app.Today());

    /// <summary>Asked that many working days ago, by the asker and of the experts.</summary>
    public static Task<int> AgeRequest(this IntranetApp app, int id, int workingDays) => app.WithDb(async db =>
    {
        var on = RequestStates.LastAsked(workingDays, app.Today());
        await db.Set<RequestedExpert>().Where(e => e.RequestId == id).ExecuteUpdateAsync(e => e.SetProperty(x => x.AskedOn, on));
        return await db.Set<SupportRequest>().Where(r => r.Id == id).ExecuteUpdateAsync(r => r.SetProperty(x => x.AskedOn, on));
    });

    public static Task<string> BodyTo(this IntranetApp app, string mail)
        => app.WithDb(db => db.Set<OutboxMail>().Where(m => m.To == mail).OrderByDescending(m => m.Id).Select(m => m.Text).FirstAsync());
}
