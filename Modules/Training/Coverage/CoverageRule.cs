namespace Intranet.Training;

/// <summary>
/// Coverage, the one rule used everywhere: of the people present on a day, who holds what applies to them. A day to come counts what is
/// known today: expiries, departures, ends of contract, and seats taken as attended. Pure: the same facts and days give the same cells.
/// </summary>
internal sealed class CoverageRule
{
    private readonly TrainingFacts facts;
    private readonly DateOnly today;
    private readonly ILookup<int, TeamMember> teams;
    private readonly ILookup<int, TeamMember> teamsForeseen;
    private readonly ILookup<(int Person, int Course), CompletedCourse> records;
    private readonly ILookup<(int Person, int Course), BookedSeat> seats;
    private readonly Dictionary<int, CourseTerms> courses;
    private readonly Dictionary<int, List<CourseTerms>> satisfying;
    private readonly Dictionary<(int Person, int Course, bool Foreseen), IReadOnlyList<HeldPeriod>> periods = [];

    public CoverageRule(TrainingFacts facts, DateOnly today)
    {
        (this.facts, this.today) = (facts, today);
        teams = facts.Team.ToLookup(t => t.EstablishmentId);
        teamsForeseen = facts.Team.ToLookup(t => t.EstablishmentId, t => t.Foreseen(today));
        records = facts.Records.ToLookup(r => (r.PersonId, r.CourseId));
        seats = facts.Seats.ToLookup(s => (s.PersonId, s.CourseId));
        courses = facts.Courses.ToDictionary(c => c.Id);
        satisfying = facts.Requirements.ToDictionary(r => r.Id, r => Satisfying(r));
        Required = satisfying.Values.SelectMany(c => c).Select(c => c.Id).ToHashSet();
    }

    /// <summary>Every requirement in every establishment that it is about and that has somebody present, on a day.</summary>
    public IReadOnlyList<CoverageCell> On(DateOnly day) => On(day, facts.Houses);

    /// <summary>The same for some establishments.</summary>
    public IReadOnlyList<CoverageCell> On(DateOnly day, IEnumerable<TeamHouse> houses)
    {
        var requirements = facts.Requirements.Where(r => r.IsOn(day)).ToList();
        List<CoverageCell> cells = [];
        foreach (var house in houses)
        {
            var present = (day > today ? teamsForeseen : teams)[house.Id].Where(m => m.IsPresent(day)).ToList();
            foreach (var requirement in requirements.Where(r => r.Concerns(house)))
            {
                // Two employments in one establishment are one person: the older gives the delay.
                var people = present.Where(requirement.Concerns).GroupBy(m => m.PersonId).Select(g => Stand(g.MinBy(m => m.From)!, requirement, day)).ToList();
                if (people.Count > 0 || (requirement.AtLeast is not null && present.Count > 0))
                    cells.Add(new(requirement, house, people, day));
            }
        }
        return cells;
    }

    /// <summary>Courses that some requirement asks for, or that count for one that does.</summary>
    public IReadOnlySet<int> Required { get; }

    /// <summary>Who is present in each establishment on a day, once each.</summary>
    public ILookup<int, int> Present(DateOnly day)
        => facts.Team.Select(m => day > today ? m.Foreseen(today) : m).Where(m => m.IsPresent(day)).Select(m => (m.EstablishmentId, m.PersonId)).Distinct().ToLookup(m => m.EstablishmentId, m => m.PersonId);

    /// <summary>True when any course of the requirement holds for the person on a day.</summary>
    public bool Holds(int personId, RequirementTerms requirement, DateOnly day)
        => satisfying[requirement.Id].Exists(c => Held(personId, c.Id, day > today).Any(p => p.IsOn(day)));

    /// <summary>Where one person stands with all that applies to them on a day, in each of their teams.</summary>
    public IReadOnlyList<PersonStanding> Of(int personId, DateOnly day)
    {
        var houses = facts.Houses.ToDictionary(h => h.Id);
        return [.. facts.Team.Where(m => m.PersonId == personId).Select(m => day > today ? m.Foreseen(today) : m).Where(m => m.IsPresent(day) && houses.ContainsKey(m.EstablishmentId))
            .SelectMany(m => facts.Requirements.Where(r => r.AtLeast is null && r.IsOn(day) && r.Concerns(houses[m.EstablishmentId]) && r.Concerns(m)).Select(r => Stand(m, r, day)))];
    }

    /// <summary>The days on which a person holds a course, in order of completion.</summary>
    public IReadOnlyList<HeldPeriod> Held(int personId, int courseId) => Held(personId, courseId, foreseen: false);

    private PersonStanding Stand(TeamMember member, RequirementTerms requirement, DateOnly day)
    {
        var foreseen = day > today;
        var (due, holds) = (requirement.DueOn(member), false);
        List<HeldPeriod> held = [];
        BookedSeat? booked = null;
        // Loops, since a matrix asks this a hundred thousand times.
        foreach (var course in satisfying[requirement.Id])
        {
            // What is learnt after that day is not known that day: a past day reads as it was, a day to come as it will be.
            foreach (var period in Held(member.PersonId, course.Id, foreseen))
            {
                if (period.From > day || period.To < day)
                    continue;
                held.Add(period);
                holds = true;
            }
            foreach (var seat in seats[(member.PersonId, course.Id)])
            {
                if ((foreseen ? seat.On > day : seat.On >= today) && (booked is null || seat.On < booked.On))
                    booked = seat;
            }
        }
        return holds
            ? new(member.PersonId, member.EstablishmentId, requirement.Id, Standing.Holds, due, Validity.HeldUntil(held, day), booked)
            : new(member.PersonId, member.EstablishmentId, requirement.Id, due <= day ? Standing.Lacks : Standing.Later, due, null, booked);
    }

    private IReadOnlyList<HeldPeriod> Held(int person, int course, bool foreseen)
    {
        if (periods.TryGetValue((person, course, foreseen), out var known))
            return known;
        var done = records[(person, course)].Select(r => new Completion(r.On, r.StatedUntil));
        if (foreseen)
            done = done.Concat(seats[(person, course)].Select(s => new Completion(s.On)));
        return periods[(person, course, foreseen)] = courses.TryGetValue(course, out var terms) ? Validity.Of(terms.Validity, done) : [];
    }

    // A course counts for the one that replaces it, and so on.
    private List<CourseTerms> Satisfying(RequirementTerms requirement)
    {
        List<CourseTerms> all = [];
        var next = new Queue<int>(requirement.Courses);
        while (next.TryDequeue(out var id))
        {
            if (!courses.TryGetValue(id, out var course) || all.Contains(course))
                continue;
            all.Add(course);
            if (course.ReplacesId is { } older)
                next.Enqueue(older);
        }
        return all;
    }
}
