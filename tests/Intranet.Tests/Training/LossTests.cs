using Intranet.Shared;
using Intranet.Training;

namespace Intranet.Tests.Training;

/// <summary>What follows from coverage: what departures cost, who arrived, what to plan.</summary>
public sealed class LossTests
{
    private const int Escale = 1, Traverse = 2, Course = 10, Other = 11;
    private static readonly DateOnly Today = new(2026, 11, 21);
    private static readonly HashSet<int> Both = [Escale, Traverse];

    [Fact]
    public void A_departure_takes_trainings_hours_and_euros_and_names_a_post()
    {
        var board = Board([Staff(1, to: "2026-09-30"), Staff(2)], [Done(1, "2026-01-10", cost: 150_00), Done(1, "2020-01-10", cost: 100_00), Done(2, "2026-01-10")]);
        var loss = Assert.Single(Loss.Of(board, Both));
        Assert.Equal(new Loss(Escale, 2026, "Éducatrice ou éducateur", 1, 2, 1, 840, 250_00), loss);
    }

    [Fact]
    public void Who_goes_on_with_us_or_came_back_is_no_loss_and_leaves_once()
    {
        var board = Board(
        [
            Staff(1, to: "2026-09-30"), Staff(1, house: Traverse, from: "2026-10-01"),
            Staff(2, to: "2024-06-30"), Staff(2, from: "2025-01-01", to: "2026-02-28"),
            Staff(3, to: "2026-11-21"),
        ], [Done(1, "2026-01-10"), Done(2, "2024-01-10"), Done(3, "2026-01-10")]);
        Assert.Equal([(2026, 1)], Loss.Of(board, Both).Select(l => (l.Year, l.Departures)));
    }

    [Fact]
    public void Erosion_counts_what_is_gained_and_lost_in_quarters_that_are_over()
    {
        var board = Board([Staff(1, to: "2026-08-15"), Staff(2), Staff(3)],
            [Done(1, "2025-11-10"), Done(2, "2026-05-10"), Done(2, "2026-05-10", course: Other), Done(3, "2026-10-10"), Done(3, "2024-09-30")]);
        var erosion = board.Erosion(Both);
        Assert.Equal(["T4 24", "T1 25", "T2 25", "T3 25", "T4 25", "T1 26", "T2 26", "T3 26"], erosion.Quarters.Select(q => q.Label));
        // Of the courses that no requirement asks for, nothing is counted; the quarter that runs isn't there.
        Assert.Equal([0, 0, 0, 0, 1, 0, 1, 0], erosion.Quarters.Select(q => q.Gained));
        Assert.Equal([0, 0, 0, 0, 0, 0, 0, 1], erosion.Quarters.Select(q => q.Lost));
        Assert.Equal([(1, 3), (1, 3), (1, 3), (1, 3), (2, 3), (2, 3), (3, 3), (1, 2)], erosion.Quarters.Select(q => (q.Holders, q.Concerned)));
        Assert.Equal((2, 1, "T3 25"), (erosion.GainedInAYear, erosion.LostInAYear, erosion.YearBefore.Label));
        Assert.Equal(0, board.Erosion([Traverse]).Quarters.Sum(q => q.Gained + q.Lost + q.Concerned));
    }

    [Fact]
    public void A_requirement_fell_to_nothing_with_the_last_holder()
    {
        var vanished = Assert.Single(Board([Staff(1, to: "2026-09-30"), Staff(2), Staff(3)], [Done(1, "2026-01-10")], seats: [new(2, Course, 30, new(2026, 12, 10))]).Vanished(Both));
        Assert.Equal(("Éducatrice ou éducateur", new DateOnly(2026, 9, 30), 2, 1, new DateOnly(2026, 12, 10)), (vanished.Function, vanished.On, vanished.Candidates, vanished.Booked, vanished.TrainedOn));
    }

    [Fact]
    public void What_expired_or_is_still_held_did_not_fall_with_a_departure()
    {
        // A colleague held it still; the one who left held it no more.
        Assert.Empty(Board([Staff(1, to: "2026-09-30"), Staff(2)], [Done(1, "2026-01-10"), Done(2, "2024-10-15")]).Vanished(Both));
        Assert.Empty(Board([Staff(1, to: "2026-09-30"), Staff(2)], [Done(1, "2024-01-10")]).Vanished(Both));
        Assert.Empty(Board([Staff(1, to: "2026-09-30"), Staff(2)], [Done(1, "2026-01-10"), Done(2, "2026-01-10")]).Vanished(Both));
    }

    [Fact]
    public void Newcomers_are_those_whose_delay_runs_or_who_arrived_lately()
    {
        var board = Board([Staff(1), Staff(2, from: "2026-09-01"), Staff(3, from: "2026-10-01"), Staff(4, from: "2026-06-01"), Staff(5, to: "2026-09-30"), Staff(5, house: Traverse, from: "2026-10-01")], [Done(3, "2026-10-10")], delay: 120);
        var arrived = Newcomer.Of(board, Both);
        Assert.Equal([2, 3], arrived.Select(n => n.Member.PersonId));
        Assert.Equal((new DateOnly(2026, 12, 30), 0, 1), (arrived[0].DueOn, arrived[0].Held, arrived[0].Applying));
        Assert.Equal((null, 1, 1), (arrived[1].DueOn, arrived[1].Held, arrived[1].Applying));
    }

    [Fact]
    public void Seats_are_needed_by_who_lacks_it_arrives_or_expires_and_has_none_booked()
    {
        var board = Board(
            [Staff(1), Staff(2, from: "2026-11-01"), Staff(3), Staff(4), Staff(5), Staff(6, to: "2026-11-30"), Staff(7, term: "2027-01-31")],
            [Done(3, "2025-03-01"), Done(4, "2026-06-01"), Done(7, "2025-06-01")], seats: [new(5, Course, 30, new(2026, 12, 10))], delay: 60);
        var forecast = Assert.Single(Forecast.Of(board, Both));
        // The fourth holds it beyond the year; the sixth and the seventh will have left.
        Assert.Equal([(1, Need.Lacking, Today), (2, Need.Newcomer, new(2026, 12, 31)), (3, Need.Expiring, new(2027, 2, 28))], forecast.Seats.Select(s => (s.PersonId, s.Why, s.Before)));
        Assert.Equal(1, forecast.Booked);
        var session = Assert.Single(forecast.Sessions);
        Assert.Equal((Escale, 3), (session.EstablishmentId, session.People.Count));
    }

    [Fact]
    public void Two_requirements_that_one_course_answers_need_one_seat()
    {
        var board = Board([Staff(1), Staff(2)], []);
        var both = new TrainingSnapshot(board.Facts with { Requirements = [.. board.Facts.Requirements, board.Facts.Requirements[0] with { Id = 21, Title = "Cadre légal, référents" }] }, Today);
        var forecast = Assert.Single(Forecast.Of(both, Both));
        Assert.Equal([1, 2], forecast.Seats.Select(s => s.PersonId));
        Assert.Equal((2, "Cadre légal"), (forecast.Requirements.Count, forecast.Title));
    }

    [Fact]
    public void Sessions_proposed_fall_on_working_days_a_week_apart_and_hold_twelve()
    {
        var forecast = Assert.Single(Forecast.Of(Board([.. Enumerable.Range(1, 30).Select(i => Staff(i, house: i > 20 ? Traverse : Escale))], []), Both));
        Assert.Equal([12, 12, 6], forecast.Sessions.Select(s => s.People.Count));
        Assert.Equal([Escale, Escale, Traverse], forecast.Sessions.Select(s => s.EstablishmentId));
        Assert.All(forecast.Sessions, s => Assert.True(WorkingDays.IsWorkingDay(s.On)));
        Assert.All(forecast.Sessions.Zip(forecast.Sessions.Skip(1)), p => Assert.True(p.Second.On >= p.First.On.AddDays(7)));
        Assert.True(forecast.Sessions[0].On >= Today.AddDays(28));
    }

    [Fact]
    public void A_team_that_needs_so_many_needs_only_the_seats_that_are_missing()
    {
        var forecast = Assert.Single(Forecast.Of(Board([Staff(1), Staff(2), Staff(3), Staff(4)], [Done(1, "2026-06-01")], atLeast: 2), Both));
        Assert.Single(forecast.Seats);
    }

    [Fact]
    public void Days_of_some_establishments_are_cut_from_the_whole()
    {
        var board = Board([Staff(1), Staff(2, house: Traverse)], []);
        Assert.Equal([Escale], board.On(Today, new HashSet<int> { Escale }).Select(c => c.House.Id));
        Assert.Empty(board.On(Today, new HashSet<int>()));
    }

    private static TrainingSnapshot Board(TeamMember[] team, CompletedCourse[] records, BookedSeat[]? seats = null, int delay = 0, int? atLeast = null)
        => new(new([new(Escale, "CHRS L’Escale", "CHRS", null), new(Traverse, "CHRS La Traverse", "CHRS", null)], team, records, seats ?? [],
            [new(Course, "Cadre légal", new(ValidityMode.FromCompletion, 24, 0), null), new(Other, "Bureautique", new(ValidityMode.None, 0, 0), null)],
            [new(20, "Cadre légal des peines", [Course], "", "", null, atLeast, delay, new(2020, 1, 1), null, 85)]), Today);

    private static TeamMember Staff(int person, int house = Escale, string from = "2020-01-01", string? to = null, string? term = null)
        => new(person, house, "Éducatrice ou éducateur", Day(from), to is null ? null : Day(to), term is null ? null : Day(term), null, null);

    private static CompletedCourse Done(int person, string on, int course = Course, long cost = 0) => new(person, course, Day(on), null, 420, cost, true);

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
