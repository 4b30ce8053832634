using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Training.Demo;

/// <summary>What the people of "Les Rives" know, what those who left took away, and the sessions of the season.</summary>
internal sealed class TrainingDemo : IDemoSource
{
    private const string By = "Démonstration";

    /// <summary>Out of a hundred people, how many were trained, by requirement; L’Escale is the house that departures emptied.</summary>
    private static readonly (string Course, int Usually, int AtEscale)[] Shares =
    [
        (DemoCourses.Law, 92, 45), (DemoCourses.Secrecy, 92, 70), (DemoCourses.Addictions, 84, 58), (DemoCourses.Suicide, 88, 76), (DemoCourses.Crisis, 76, 48), (DemoCourses.FirstAid, 12, 6),
    ];

    public async Task LoadAsync(IntranetDb db, DemoContext context, CancellationToken cancellation)
    {
        // Its own draws, so that what other modules load is as it was.
        var random = new Random(20261122 + context.Copy);
        var courses = await DemoCourses.LoadAsync(db, context, cancellation);
        var pole = context.Ids["pole-idf"];
        var staff = await db.Set<StaffMember>().AsNoTracking().Where(s => s.Establishment!.PoleId == pole).OrderBy(s => s.Id)
            .Select(s => new DemoLearner(s.PersonId, s.EstablishmentId, s.From, s.To)).ToListAsync(cancellation);
        var sessions = new DemoSessions(db, context, courses, staff, random);
        await sessions.LoadAsync(cancellation);
        foreach (var person in staff)
            db.AddRange(Records(person, courses, context, random));
        db.AddRange(Referents(staff, courses[DemoCourses.Referent], context));
        AddFigures(db, context, staff, courses);
        await DemoImmersions.LoadAsync(db, context, staff, cancellation);
        await db.SaveChangesAsync(cancellation);
    }

    private static IEnumerable<TrainingRecord> Records(DemoLearner person, Dictionary<string, Course> courses, DemoContext context, Random random)
    {
        var (today, escale) = (context.Today, person.EstablishmentId == context.Ids["chrs-escale"]);
        var last = person.To is { } left && left < today ? left : today;
        foreach (var (title, usually, atEscale) in Shares)
        {
            // Of those who left most were trained: that is what leaves.
            var share = last < today ? 80 : escale ? atEscale : usually;
            var (draw, back) = (random.Next(100), random.Next(20, 700));
            var on = last.AddDays(-Math.Min(back, Math.Max(0, last.DayNumber - person.From.DayNumber - 15)));
            if (draw >= share || on <= person.From)
                continue;
            yield return Record(person.Id, courses[title], on, today);
            // It was learnt before and renewed; the copies that make a large association do without.
            var before = on.AddMonths(-(courses[title].ValidityMonths ?? 24)).AddDays(back % 45);
            if (context.Copy == 0 && before > person.From)
                yield return Record(person.Id, courses[title], before, today);
        }
        if (last < today && person.To < today.AddDays(-200) && escale)
            yield return Record(person.Id, courses[DemoCourses.Programme], person.From.AddDays(300), today);
    }

    /// <summary>One in each house but three; L’Escale's left.</summary>
    private static IEnumerable<TrainingRecord> Referents(List<DemoLearner> staff, Course course, DemoContext context)
    {
        var houses = staff.GroupBy(s => s.EstablishmentId).OrderBy(g => g.Key).ToList();
        foreach (var (team, number) in houses.Select((h, i) => (h, i)))
        {
            var escale = team.Key == context.Ids["chrs-escale"];
            var one = escale ? team.Where(s => s.To < context.Today).MaxBy(s => s.To) : team.Where(s => s.To is null && s.From < context.Today.AddDays(-450)).MinBy(s => s.Id);
            if (one is not null && (escale || number % 6 != 4))
                yield return Record(one.Id, course, context.Today.AddDays(-400 + (number * 9)), context.Today);
        }
    }

    private static TrainingRecord Record(int person, Course course, DateOnly on, DateOnly today)
    {
        var record = new TrainingRecord(person, course.Id, on, course.Duration, course.Cost ?? 0, RecordOrigin.Imported, on.AddDays(7) < today ? on.AddDays(7) : today, By);
        record.Accept(record.SubmittedOn, By);
        return record;
    }

    private static void AddFigures(IntranetDb db, DemoContext context, List<DemoLearner> staff, Dictionary<string, Course> courses)
    {
        foreach (var team in staff.Where(s => s.To is null).GroupBy(s => s.EstablishmentId).OrderBy(g => g.Key))
        {
            foreach (var year in new[] { context.Today.Year - 1, context.Today.Year })
            {
                var budget = new TrainingBudget(team.Key, year);
                budget.Allow(team.Count() * 720_00);
                db.Add(budget);
            }
        }
        // Somebody's own declaration, which waits for their head of service.
        db.Add(new TrainingRecord(context.Ids["person-educatrice"], courses[DemoCourses.FirstAid].Id, context.Today.AddDays(-40), 840, 0, RecordOrigin.Entered, context.Today.AddDays(-12), "Léa Fontaine"));
    }
}

/// <summary>An employment, as the demo deals courses.</summary>
internal sealed record DemoLearner(int Id, int EstablishmentId, DateOnly From, DateOnly? To);
