using Intranet.Shared;

namespace Intranet.Training;

/// <summary>Why somebody needs a seat within the year.</summary>
internal enum Need
{
    Lacking = 1,
    Newcomer = 2,
    Expiring = 3,
}

/// <param name="Before">By when: today for who is late already.</param>
internal sealed record SeatNeeded(int PersonId, int EstablishmentId, Need Why, DateOnly Before);

/// <summary>A session to hold: when, where, for whom.</summary>
/// <param name="On">A working day.</param>
/// <param name="EstablishmentId">Where most of its people work.</param>
internal sealed record ProposedSession(DateOnly On, int EstablishmentId, IReadOnlyList<SeatNeeded> People);

/// <summary>Of one course, the seats needed over twelve months and the sessions that would give them. Who needs it for two requirements needs one seat.</summary>
/// <param name="Requirements">Those that it answers here.</param>
/// <param name="Course">The course to hold: of each requirement the first that nothing replaced; null when a requirement has none.</param>
/// <param name="Booked">Those who need a seat and have one.</param>
internal sealed record Forecast(IReadOnlyList<RequirementTerms> Requirements, CourseTerms? Course, int Booked, IReadOnlyList<SeatNeeded> Seats, IReadOnlyList<ProposedSession> Sessions)
{
    public const int Months = 12;

    /// <summary>Days to prepare a session, and days kept before the date by which it is needed.</summary>
    private const int Notice = 28, Margin = 7;

    /// <summary>People in one session.</summary>
    public const int Size = 12;

    public string Title => Course?.Title ?? Requirements[0].Title;

    public int Of(Need why) => Seats.Count(s => s.Why == why);

    /// <summary>Courses that somebody needs, those with the most seats first.</summary>
    public static IReadOnlyList<Forecast> Of(TrainingSnapshot board, IReadOnlySet<int> houses)
    {
        var (today, end) = (board.Today, board.Today.AddMonths(Months));
        var courses = board.Facts.Courses.ToDictionary(c => c.Id);
        var replaced = board.Facts.Courses.Select(c => c.ReplacesId).OfType<int>().ToHashSet();
        var team = board.Facts.Team.Select(t => t.Foreseen(today)).ToLookup(t => (t.PersonId, t.EstablishmentId));
        var soonest = today.AddDays(Notice);
        List<Forecast> all = [];
        foreach (var group in board.On(today, houses).GroupBy(c => (Course: ToHold(c.Requirement), Requirement: ToHold(c.Requirement) is null ? c.Requirement.Id : 0)))
        {
            // Somebody who will have left by then needs no seat.
            var staying = group.SelectMany(c => Needs(c, today, end)).Where(n => team[(n.Seat.PersonId, n.Seat.EstablishmentId)].Any(t => t.IsOn(n.Seat.Before > soonest ? n.Seat.Before : soonest)))
                .GroupBy(n => n.Seat.PersonId).Select(g => g.MinBy(n => n.Seat.Before)).ToList();
            var seats = staying.Where(n => !n.IsBooked).Select(n => n.Seat).OrderBy(s => s.Before).ThenBy(s => s.EstablishmentId).ThenBy(s => s.PersonId).ToList();
            if (staying.Count == 0)
                continue;
            all.Add(new([.. group.Select(c => c.Requirement).DistinctBy(r => r.Id)], group.Key.Course, staying.Count - seats.Count, seats, Propose(seats, today)));
        }
        return [.. all.OrderByDescending(f => f.Seats.Count).ThenBy(f => f.Title, StringComparer.CurrentCulture)];

        CourseTerms? ToHold(RequirementTerms requirement) => requirement.Courses.Where(c => !replaced.Contains(c)).Concat(requirement.Courses).Select(c => courses.GetValueOrDefault(c)).FirstOrDefault(c => c is not null);
    }

    private static IEnumerable<(SeatNeeded Seat, bool IsBooked)> Needs(CoverageCell cell, DateOnly today, DateOnly end)
    {
        if (cell.Requirement.AtLeast is { } least)
        {
            // A team needs as many seats as holders are missing or will be; who stands nearest to it is proposed.
            var lasting = cell.People.Count(p => p.Standing == Standing.Holds && (p.Until is null || p.Until > end));
            var candidates = cell.People.Where(p => p.Standing != Standing.Holds || p.Until <= end).OrderBy(p => p.Booked is null).ThenByDescending(p => p.Standing == Standing.Holds).ThenBy(p => p.DueOn).ThenBy(p => p.PersonId);
            return candidates.Take(Math.Max(0, least - lasting)).Select(p => (Seat(p, today), p.Booked is not null));
        }
        return cell.People.Where(p => p.Standing != Standing.Holds || p.Until <= end).Select(p => (Seat(p, today), p.Booked is not null));
    }

    private static SeatNeeded Seat(PersonStanding person, DateOnly today)
        => person.Standing switch
        {
            Standing.Holds => new(person.PersonId, person.EstablishmentId, Need.Expiring, person.Until!.Value),
            Standing.Later => new(person.PersonId, person.EstablishmentId, Need.Newcomer, person.DueOn),
            _ => new(person.PersonId, person.EstablishmentId, Need.Lacking, today),
        };

    // The most pressing together, one session a week; held in time for the first of its people when preparing it leaves the time.
    private static List<ProposedSession> Propose(List<SeatNeeded> seats, DateOnly today)
    {
        List<ProposedSession> sessions = [];
        var next = WorkingDays.OnOrAfter(today.AddDays(Notice));
        foreach (var group in seats.Chunk(Size))
        {
            var wanted = WorkingDays.OnOrBefore(group[0].Before.AddDays(-Margin));
            var on = wanted < next ? next : wanted;
            sessions.Add(new(on, group.GroupBy(s => s.EstablishmentId).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).First().Key, group));
            next = WorkingDays.OnOrAfter(on.AddDays(7));
        }
        return sessions;
    }
}
