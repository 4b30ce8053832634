using Intranet.Contacts;
using Intranet.Shared;
using Intranet.Tests.Http;
using Intranet.Training;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Tests.Training;

/// <summary>An establishment with its head of service, somebody of its staff, and a course.</summary>
internal sealed record TrainingTeam(int Place, int Post, int Head, int Person, int Course);

internal static class TrainingTeams
{
    private static readonly DateOnly Start = new(2024, 1, 8);
    private static int accounts;

    public static async Task<TrainingTeam> AddTeam(this IntranetApp app, string name)
    {
        var place = await app.AddEstablishment(name);
        var head = await app.Employ("Hélène", $"Cheffe {name}", place);
        var post = Post.AtEstablishment(place, "Chefferie de service", PostLevel.Management);
        post.Appoint(head, Start);
        var id = await app.Add(post);
        return new(place, id, head, await app.Employ("Léa", $"Salariée {name}", place), await app.Add(new Course($"Gestion de crise {name}", CourseKind.Internal, 420)));
    }

    /// <summary>Somebody who works there.</summary>
    public static Task<int> Employ(this IntranetApp app, string first, string last, int place, DateOnly? from = null, DateOnly? to = null)
    {
        var person = new Person(first, last, "essai");
        var job = person.Employ(place, "Éducatrice", from ?? Start);
        if (to is { } left)
        {
            job.Leave(left);
            person.Depart(left);
        }
        return app.Add(person);
    }

    /// <summary>That person's account, signed in.</summary>
    public static async Task<Browser> SignedInAs(this IntranetApp app, int person, Roles roles = Roles.Staff, params int[] scope)
    {
        var name = $"personne-{person}-{Interlocked.Increment(ref accounts)}@essai.passerelle";
        await app.AddAccount(name, roles, seesAll: false, scope);
        await app.WithDb(async db =>
        {
            (await db.Users.SingleAsync(a => a.UserName == name)).PersonId = person;
            return await db.SaveChangesAsync();
        });
        var browser = app.Anonymous();
        await browser.SignIn(name, IntranetApp.Password);
        return browser;
    }

    /// <summary>A record that counts.</summary>
    public static Task<int> AddRecord(this IntranetApp app, int person, int course, DateOnly on, long cost = 0)
    {
        var record = new TrainingRecord(person, course, on, 420, cost, RecordOrigin.Entered, on, "essai");
        record.Accept(on, "essai");
        return app.Add(record);
    }
}
