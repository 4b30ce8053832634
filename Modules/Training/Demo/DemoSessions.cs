using Intranet.Shared;

namespace Intranet.Training.Demo;

/// <summary>Sessions behind and ahead: closed, to close, nearly empty, full with people waiting, open to partners, to approve, called off.</summary>
internal sealed class DemoSessions(IntranetDb db, DemoContext context, Dictionary<string, Course> courses, List<DemoLearner> staff, Random random)
{
    private const string By = "Démonstration";

    private DateOnly Today => context.Today;

    public async Task LoadAsync(CancellationToken cancellation)
    {
        string[] past = [DemoCourses.Law, DemoCourses.Secrecy, DemoCourses.Crisis, DemoCourses.Suicide, DemoCourses.Referent, DemoCourses.Addictions, DemoCourses.Secrecy, DemoCourses.Crisis];
        var closed = past.Select((title, i) => Plan(title, Workday(Today.AddDays(-85 * (past.Length - i) + 20)), 12, i, taken: 9)).ToList();
        var full = Plan(DemoCourses.Crisis, Workday(Today.AddDays(10)), 8, 9, taken: 10);
        var joint = Plan(DemoCourses.Referent, Workday(Today.AddDays(19)), 12, 10, taken: 8);
        joint.Open(needsApproval: false, toPartners: true, 1_200_00);
        var remote = Plan(DemoCourses.Law, Workday(Today.AddDays(54)), 15, 11, taken: 6, remote: true);
        var asked = Plan(DemoCourses.Suicide, Workday(Today.AddDays(40)), 10, 12, taken: 3);
        asked.Open(needsApproval: true, toPartners: false, 900_00);
        var thin = Plan(DemoCourses.FirstAid, Workday(Today.AddDays(3)), 10, 2, taken: 2);
        var toClose = Plan(DemoCourses.Secrecy, Workday(Today.AddDays(-6)), 12, 13, taken: 7);
        var cancelled = Plan(DemoCourses.Addictions, Workday(Today.AddDays(25)), 10, 14, taken: 2);
        cancelled.Cancel(Today.AddDays(-4), "Le formateur est indisponible ; une nouvelle date sera proposée.");
        db.AddRange(closed);
        db.AddRange(thin, full, joint, remote, asked, toClose, cancelled);
        await db.SaveChangesAsync(cancellation);

        joint.SetLinks(LinkRole.Partner, [context.Ids["spip-93"]]);
        var léa = staff.Single(s => s.Id == context.Ids["person-educatrice"]);
        if (!asked.Enrolments.Any(e => e.PersonId == léa.Id))
            asked.Enrol(Enrolment.Of(léa.Id, "Léa Fontaine", Noon(Today.AddDays(-2))), null, Noon(Today.AddDays(-2)), Today.AddDays(-2));
        joint.Enrol(Enrolment.Guest("Maëlle Tisserand", "Conseillère pénitentiaire d’insertion et de probation", "maelle.tisserand@exemple.fr", "SPIP de Seine-Saint-Denis", context.Ids["spip-93"], Noon(Today.AddDays(-1))), "", Noon(Today.AddDays(-1)), Today.AddDays(-1));
        foreach (var (session, number) in closed.Select((s, i) => (s, i)))
            await CloseAsync(session, courses[past[number]], number, cancellation);
        await db.SaveChangesAsync(cancellation);
    }

    private async Task CloseAsync(TrainingSession session, Course course, int number, CancellationToken cancellation)
    {
        if (course.Kind == CourseKind.Joint)
            session.SetLinks(LinkRole.Partner, [context.Ids["spip-93"]]);
        var seated = session.Enrolments.Where(e => e.IsSeated).OrderBy(e => e.Id).ToList();
        // One of them missed the afternoon.
        session.Attend(seated.SelectMany((e, i) => session.Slots.Where((_, slot) => i != 2 || slot == 0).Select(s => (e.Id, s.Id))).ToHashSet(), Today);
        await db.SaveChangesAsync(cancellation);
        // The course is tracked with the first copy only: the record takes its price.
        var day = WorkingDays.OnOrAfter(session.To.AddDays(3));
        db.AddRange(session.Close(seated.Where(e => session.CameToAll(e.Id)).Select(e => e.Id).ToHashSet(), day < Today ? day : Today, By, course));
        if (course.HandOnWeeks is { } weeks)
        {
            foreach (var (house, rank) in seated.Select(e => staff.First(s => s.Id == e.PersonId).EstablishmentId).Distinct().Order().Select((h, i) => (h, i)))
            {
                var due = new HandOn(house, day.AddDays(7 * weeks));
                // One team in three hasn't yet.
                if (rank % 3 != number % 3)
                    due.Do(day.AddDays(20) < Today ? day.AddDays(20) : Today, "Restitution en réunion d’équipe, avec le support de la formation.");
                session.HandOns.Add(due);
            }
        }
    }

    private TrainingSession Plan(string title, DateOnly first, int capacity, int number, int taken, bool remote = false)
    {
        var (course, from) = (courses[title], first);
        var session = new TrainingSession(course.Id, title, capacity, Math.Min(4, capacity));
        var house = staff[number * 7 % staff.Count].EstablishmentId;
        session.Describe(title, remote ? "À distance, le lien suit par courriel" : title == DemoCourses.Referent ? "Siège, salle de réunion" : "Salle de réunion", remote, remote ? null : house, "Intervenante ou intervenant fictif", "");
        List<SlotTime> slots = [];
        for (var left = course.Duration; left > 0; left -= 420)
        {
            slots.Add(new(first, 9 * 60, Math.Min(210, left)));
            if (left > 210)
                slots.Add(new(first, (13 * 60) + 30, Math.Min(210, left - 210)));
            first = Workday(first.AddDays(1));
        }
        session.Schedule(slots);
        var asked = from.AddDays(-30) < Today ? from.AddDays(-30) : Today.AddDays(-5);
        foreach (var person in Some(session.From, taken))
            session.Enrol(Enrolment.Of(person.Id, By, Noon(asked)), By, Noon(asked).AddMinutes(session.Enrolments.Count), asked);
        return session;
    }

    private List<DemoLearner> Some(DateOnly day, int count)
    {
        var present = staff.Where(s => s.From < day.AddDays(-60) && (s.To is null || s.To > day)).ToList();
        List<DemoLearner> chosen = [];
        while (chosen.Count < count)
        {
            var one = present[random.Next(present.Count)];
            if (!chosen.Exists(c => c.Id == one.Id))
                chosen.Add(one);
        }
        return chosen;
    }

    private static DateTime Noon(DateOnly day) => day.ToDateTime(new TimeOnly(12, 0), DateTimeKind.Utc);

    private static DateOnly Workday(DateOnly day) => WorkingDays.OnOrAfter(day);
}
