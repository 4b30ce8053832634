using Intranet.Contacts;
using Intranet.Contacts.Imports;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Training.Imports;

/// <summary>A line whose person and course are known.</summary>
internal sealed record ReadTraining(ImportRow Row, int PersonId, KnownCourse Course, DateOnly On, int? Minutes, long? Cents)
{
    public (int, int, DateOnly) Key => (PersonId, Course.Id, On);

    public string Detail => $"{Row.Text("firstName")} {Row.Text("lastName")}, {Course.Title}";
}

internal sealed record KnownCourse(int Id, string Title, int Duration, long? Cost);

/// <summary>Finds whom and what a line speaks of, among those who work or worked for us and the courses of the catalogue.</summary>
internal sealed class TrainingLines
{
    private readonly ImportContext import;
    private readonly PlaceNames houses;
    private readonly PlaceNames titles = new();
    private readonly Dictionary<int, KnownCourse> courses;
    private readonly ILookup<string, Colleague> byMail, byName;

    private TrainingLines(ImportContext import, PlaceNames houses, IReadOnlyCollection<KnownCourse> courses, IReadOnlyCollection<Colleague> people)
    {
        (this.import, this.houses, this.courses) = (import, houses, courses.ToDictionary(c => c.Id));
        foreach (var course in courses)
            titles.Add(course.Id, course.Title, []);
        byMail = people.Where(p => p.Email.Length > 0).ToLookup(p => p.Email.ToLowerInvariant());
        byName = people.ToLookup(p => Folding.Fold($"{p.LastName} {p.FirstName}"));
    }

    public static async Task<TrainingLines> LoadAsync(ImportContext import, CancellationToken cancellation)
    {
        var db = import.Db;
        var courses = await db.Set<Course>().AsNoTracking().OrderBy(c => c.Id).Select(c => new KnownCourse(c.Id, c.Title, c.Duration, c.Cost)).ToListAsync(cancellation);
        var people = await db.Set<Person>().AsNoTracking().Where(p => p.MergedIntoId == null && p.ErasedOn == null && p.Employments.Any()).OrderBy(p => p.Id)
            .Select(p => new Colleague(p.Id, p.FirstName, p.LastName, p.Email)).ToListAsync(cancellation);
        var places = (await db.Set<StaffMember>().AsNoTracking().Select(s => new { s.PersonId, s.EstablishmentId }).ToListAsync(cancellation)).ToLookup(s => s.PersonId, s => s.EstablishmentId);
        foreach (var person in people)
            person.Places.UnionWith(places[person.Id]);
        return new(import, await PlaceNames.OfEstablishmentsAsync(db, cancellation), courses, people);
    }

    /// <summary>Null once the line is refused.</summary>
    public ReadTraining? Read(ImportRow row)
    {
        if (titles.Find(row.Text("course")) is not { } course)
        {
            import.Refuse(row, "course", "Cette formation n’est pas au catalogue\u00a0: ajoutez-la d’abord, ou choisissez son intitulé.", titles.Near(row.Text("course")));
            return null;
        }
        if (Whom(row) is not { } person)
            return null;
        var on = row.Date("on")!.Value;
        try
        {
            return new(row, person, courses[course], on, Durations.Minutes(row.Text("hours"), "hours"), Euros.Cents(row.Text("cost"), "cost"));
        }
        catch (BrokenRuleException broken)
        {
            import.Refuse(row, broken.Field!, broken.Message);
            return null;
        }
    }

    private int? Whom(ImportRow row)
    {
        if (row.Text("email") is { Length: > 0 } mail && byMail[mail.ToLowerInvariant()].ToList() is [var known])
            return known.Id;
        var named = byName[Folding.Fold($"{row.Text("lastName")} {row.Text("firstName")}")].ToList();
        if (row.Text("establishment") is { Length: > 0 } name)
        {
            if (houses.Find(name) is not { } house)
            {
                import.Refuse(row, "establishment", "Établissement inconnu.", houses.Near(name));
                return null;
            }
            if (named.Count > 1)
                named = named.FindAll(p => p.Places.Contains(house));
        }
        if (named is [var only])
            return only.Id;
        import.Refuse(row, "lastName", named.Count == 0
            ? "Personne de notre personnel ne porte ce nom\u00a0: importez d’abord le personnel, ou corrigez le nom."
            : "Plusieurs personnes portent ce nom\u00a0: indiquez le courriel ou l’établissement.");
        return null;
    }

    private sealed record Colleague(int Id, string FirstName, string LastName, string Email)
    {
        public HashSet<int> Places { get; } = [];
    }
}
