using Intranet.Contacts;
using Intranet.Shared;
using Intranet.Tests.Http;
using Intranet.Training;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Tests.Training;

/// <summary>Sessions and those who come to them.</summary>
internal static class Sessions
{
    /// <summary>Somebody who works there, with an address of their own.</summary>
    public static async Task<int> AddStaff(this IntranetApp app, int house, string first, string last, DateOnly? from = null)
    {
        var person = new Person(first, last, "essai");
        person.ReachBy("", MailOf(last));
        person.Employ(house, "Éducatrice ou éducateur", from ?? new(2020, 1, 1));
        return await app.Add(person);
    }

    public static string MailOf(string last) => $"{Folding.Fold(last).Replace(' ', '-')}@essai.passerelle";

    public static Task<int> AddCourse(this IntranetApp app, string title, int? handOnWeeks = null)
    {
        var course = new Course(title, CourseKind.Internal, 420);
        course.AskHandOn(handOnWeeks);
        return app.Add(course);
    }

    /// <summary>A day of two half-days, at that establishment.</summary>
    public static async Task<int> AddSession(this IntranetApp app, string title, DateOnly on, int capacity = 8, int? house = null, Action<TrainingSession>? with = null, int? handOnWeeks = null)
    {
        var session = new TrainingSession(await app.AddCourse(title, handOnWeeks), title, capacity, 1);
        session.Describe(title, "Salle bleue", false, house, "", "");
        session.Schedule([new(on, 540, 210), new(on, 810, 210)]);
        with?.Invoke(session);
        return await app.Add(session);
    }

    /// <summary>What became of each person, by person.</summary>
    public static Task<Dictionary<int, EnrolmentState>> StatesOf(this IntranetApp app, int session)
        => app.WithDb(async db => (await db.Set<Enrolment>().Where(e => e.SessionId == session && e.PersonId != null).OrderBy(e => e.Id).ToListAsync()).GroupBy(e => e.PersonId!.Value).ToDictionary(g => g.Key, g => g.Last().State));

    /// <summary>Subjects of the letters to this address, the first first.</summary>
    public static Task<List<string>> SubjectsTo(this IntranetApp app, string mail)
        => app.WithDb(db => db.Set<OutboxMail>().Where(m => m.To == mail).OrderBy(m => m.Id).Select(m => m.Subject).ToListAsync());
}
