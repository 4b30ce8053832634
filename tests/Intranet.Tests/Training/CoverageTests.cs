using Intranet.Training;

namespace Intranet.Tests.Training;

public sealed class CoverageTests
{
    private const int Escale = 1, Traverse = 2, Course = 10, Older = 11, Other = 12, Rule = 20;
    private static readonly DateOnly Today = new(2026, 11, 21);

    [Fact]
    public void Holders_among_those_who_are_due()
    {
        var cell = Cell(new Facts().Staff(1).Staff(2).Staff(3).Done(1, "2025-01-10").Done(2, "2023-01-10"));
        Assert.Equal((1, 3, 1.0 / 3), (cell.Holders, cell.Concerned, cell.Share));
        Assert.Equal([2, 3], cell.Lacking.Select(p => p.PersonId));
        Assert.True(cell.IsShort);
        Assert.Equal(new DateOnly(2027, 1, 9), cell.SingleHolder!.Until);
    }

    [Fact]
    public void Who_arrives_that_day_counts_and_who_leaves_that_day_too()
    {
        var facts = new Facts().Staff(1, from: "2026-11-21").Staff(2, to: "2026-11-21").Staff(3, to: "2026-11-20").Staff(4, from: "2026-11-22").Staff(5, from: "2026-11-21", to: "2026-11-21").Done(5, "2025-01-10");
        var cell = Cell(facts);
        Assert.Equal([1, 2, 5], cell.People.Select(p => p.PersonId).Order());
        Assert.Equal((1, 3), (cell.Holders, cell.Concerned));
        Assert.Equal([1, 4], Cell(facts, Today.AddDays(1)).People.Select(p => p.PersonId).Order());
    }

    [Fact]
    public void Who_comes_back_to_post_brings_what_still_holds()
    {
        var facts = new Facts().Staff(1, from: "2020-01-01", to: "2025-06-30").Staff(1, from: "2026-06-01").Staff(2).Done(1, "2025-05-01");
        Assert.Single(Cell(facts, new DateOnly(2025, 12, 1)).People);
        Assert.Equal((1, 2), (Cell(facts).Holders, Cell(facts).Concerned));
        Assert.Equal((0, 2), (Cell(facts, new DateOnly(2027, 5, 1)).Holders, Cell(facts, new DateOnly(2027, 5, 1)).Concerned));
    }

    [Theory]
    [InlineData("2026-10-31", 2)]
    [InlineData("2026-11-01", 1)]
    [InlineData("2026-12-31", 1)]
    [InlineData("2027-01-01", 2)]
    public void Who_is_on_long_leave_is_in_neither_term(string day, int concerned)
        => Assert.Equal(concerned, Cell(new Facts().Staff(1, leave: ("2026-11-01", "2026-12-31")).Staff(2), Day(day)).Concerned);

    [Fact]
    public void The_delay_after_arrival_keeps_out_of_both_terms_even_who_holds_it()
    {
        var facts = new Facts { Delay = 90 }.Staff(1, from: "2026-11-01").Staff(2, from: "2026-11-01").Staff(3).Done(1, "2026-11-05").Done(3, "2026-01-10");
        var cell = Cell(facts);
        Assert.Equal((1, 1), (cell.Holders, cell.Concerned));
        Assert.Equal(new DateOnly(2027, 1, 30), Assert.Single(cell.Later).DueOn);
        Assert.Equal((2, 3), (Cell(facts, new DateOnly(2027, 1, 30)).Holders, Cell(facts, new DateOnly(2027, 1, 30)).Concerned));
        // Only newcomers: nobody is concerned, and there is no share.
        Assert.Null(Cell(new Facts { Delay = 90 }.Staff(1, from: "2026-11-01")).Share);
    }

    [Fact]
    public void A_new_requirement_gives_its_delay_to_those_who_were_there()
        => Assert.Equal(Standing.Later, Assert.Single(Cell(new Facts { Delay = 90, From = new DateOnly(2026, 10, 1) }.Staff(1)).People).Standing);

    [Fact]
    public void In_two_establishments_once_in_each_and_once_in_the_total()
    {
        var facts = new Facts().Staff(1).Staff(1, house: Traverse).Staff(2).Done(1, "2026-01-10");
        var cells = Cells(facts, Today);
        Assert.Equal([(Escale, 1, 2), (Traverse, 1, 1)], cells.Select(c => (c.House.Id, c.Holders, c.Concerned)));
        var total = CoverageTotal.Of(cells[0].Requirement, cells, Today);
        Assert.Equal((1, 2), (total.Holders, total.Concerned));
        Assert.Equal(new AllHeld(1, 2), AllHeld.Of(cells, Today));
    }

    [Fact]
    public void Two_employments_in_one_establishment_are_one_person()
        => Assert.Equal(1, Cell(new Facts().Staff(1).Staff(1, function: "Veilleuse ou veilleur")).Concerned);

    [Fact]
    public void At_least_so_many_is_yes_or_no_and_teams_are_counted()
    {
        var facts = new Facts { AtLeast = 1, Function = "Référente ou référent" }.Staff(1, function: "Référente ou référent").Staff(2).Staff(3, house: Traverse).Done(1, "2026-01-10").Done(2, "2026-01-10");
        var cells = Cells(facts, Today);
        Assert.Equal([(Escale, true, 1.0), (Traverse, false, 0.0)], cells.Select(c => (c.House.Id, c.IsMet, c.Share!.Value)));
        Assert.Equal(1, cells[0].Holders);
        var total = CoverageTotal.Of(cells[0].Requirement, cells, Today);
        Assert.Equal((1, 2, 0.5), (total.Holders, total.Concerned, total.Share));
        // It is nobody's own: it is not in the figure of those who hold all that applies.
        Assert.Equal(default, AllHeld.Of(cells, Today));
    }

    [Fact]
    public void Any_of_two_courses_satisfies_it_and_they_make_one_unbroken_hold()
    {
        var facts = new Facts { Courses = [Course, Other] }.Staff(1).Staff(2).Done(1, "2025-01-10").Done(1, "2026-06-10", Other).Done(2, "2026-02-10", Other);
        var cell = Cell(facts);
        Assert.Equal((2, 2), (cell.Holders, cell.Concerned));
        Assert.Equal(new DateOnly(2028, 6, 9), cell.People.Single(p => p.PersonId == 1).Until);
    }

    [Fact]
    public void The_older_course_counts_for_the_one_that_replaces_it_until_it_expires()
    {
        var facts = new Facts().Staff(1).Done(1, "2025-01-10", Older);
        Assert.Equal(1, Cell(facts).Holders);
        Assert.Equal(0, Cell(facts, new DateOnly(2027, 1, 10)).Holders);
        Assert.Equal(0, Cell(new Facts { Courses = [Older] }.Staff(1).Done(1, "2025-01-10")).Holders);
    }

    [Fact]
    public void A_day_to_come_counts_expiries_departures_ends_of_contract_and_seats()
    {
        var facts = new Facts().Staff(1).Staff(2, to: "2026-12-31").Staff(3, term: "2027-01-15").Staff(4).Staff(5)
            .Done(1, "2025-01-10").Done(2, "2026-01-10").Done(3, "2026-01-10").Seat(4, "2026-12-10");
        Assert.Equal((3, 5), Numbers(facts, Today));
        Assert.Equal((3, 5), Numbers(facts, new DateOnly(2026, 12, 9)));
        Assert.Equal((4, 5), Numbers(facts, new DateOnly(2026, 12, 10)));
        Assert.Equal((3, 4), Numbers(facts, new DateOnly(2027, 1, 1)));
        Assert.Equal((1, 3), Numbers(facts, new DateOnly(2027, 1, 16)));
    }

    [Fact]
    public void A_contract_that_ended_without_a_departure_goes_on()
        => Assert.Equal(1, Cell(new Facts().Staff(1, term: "2026-09-30"), new DateOnly(2027, 3, 1)).Concerned);

    [Fact]
    public void A_past_day_reads_as_it_was()
    {
        var facts = new Facts().Staff(1).Done(1, "2024-01-10").Done(1, "2025-12-20").Done(1, "2026-03-01");
        var cell = Cell(facts, new DateOnly(2025, 12, 31));
        Assert.Equal(1, cell.Holders);
        Assert.Equal(new DateOnly(2027, 12, 19), cell.People[0].Until);
        Assert.Equal(new DateOnly(2026, 1, 9), Cell(facts, new DateOnly(2025, 12, 1)).People[0].Until);
    }

    [Theory]
    [InlineData("2024-11-22", 1)]
    [InlineData("2025-05-22", 1)]
    [InlineData("2025-05-23", 0)]
    public void An_expiry_within_six_months_is_near(string done, int expiring)
        => Assert.Equal(expiring, Cell(new Facts().Staff(1).Done(1, done)).Expiring.Count());

    [Fact]
    public void A_requirement_is_about_who_and_where_it_says_and_while_it_lasts()
    {
        Assert.Empty(Cells(new Facts { Kind = "CSAPA" }.Staff(1), Today));
        Assert.Equal([Traverse], Cells(new Facts { Houses = [Traverse] }.Staff(1).Staff(2, house: Traverse), Today).Select(c => c.House.Id));
        Assert.Empty(Cells(new Facts { Function = "Psychologue" }.Staff(1), Today));
        var ended = new Facts { To = Today }.Staff(1);
        Assert.Single(Cells(ended, Today));
        Assert.Empty(Cells(ended, Today.AddDays(1)));
    }

    [Fact]
    public void One_person_reads_the_same_as_the_team()
    {
        var facts = new Facts().Staff(1).Staff(2).Done(1, "2026-01-10").Built();
        var rule = new CoverageRule(facts, Today);
        foreach (var day in new[] { Today.AddYears(-1), Today, Today.AddYears(2) })
            Assert.Equal(rule.On(day).SelectMany(c => c.People).Where(p => p.PersonId == 1), rule.Of(1, day));
    }

    private static CoverageCell Cell(Facts facts, DateOnly? day = null) => Cells(facts, day ?? Today).Single(c => c.House.Id == Escale);

    private static (int Holders, int Concerned) Numbers(Facts facts, DateOnly day) => (Cell(facts, day).Holders, Cell(facts, day).Concerned);

    private static IReadOnlyList<CoverageCell> Cells(Facts facts, DateOnly day) => new CoverageRule(facts.Built(), Today).On(day);

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Two establishments, one requirement of a course that holds two years and replaces an older one.</summary>
    private sealed class Facts
    {
        private readonly List<TeamMember> team = [];
        private readonly List<CompletedCourse> records = [];
        private readonly List<BookedSeat> seats = [];

        public int[] Courses { get; init; } = [Course];
        public string Function { get; init; } = "";
        public string Kind { get; init; } = "";
        public int[]? Houses { get; init; }
        public int? AtLeast { get; init; }
        public int Delay { get; init; }
        public DateOnly From { get; init; } = new(2020, 1, 1);
        public DateOnly? To { get; init; }

        public Facts Staff(int person, int house = Escale, string function = "Éducatrice ou éducateur", string from = "2020-01-01", string? to = null, string? term = null, (string From, string To)? leave = null)
        {
            team.Add(new(person, house, function, Day(from), to is null ? null : Day(to), term is null ? null : Day(term), leave is { } l ? Day(l.From) : null, leave is { } k ? Day(k.To) : null));
            return this;
        }

        public Facts Done(int person, string on, int course = Course)
        {
            records.Add(new(person, course, Day(on), null, 420, 0, true));
            return this;
        }

        public Facts Seat(int person, string on, int course = Course)
        {
            seats.Add(new(person, course, 30, Day(on)));
            return this;
        }

        public TrainingFacts Built() => new([new(Escale, "CHRS L’Escale", "CHRS", null), new(Traverse, "CHRS La Traverse", "CHRS", null)], team, records, seats,
        [
            new(Course, "Cadre légal", new(ValidityMode.FromCompletion, 24, 0), Older),
            new(Older, "Cadre légal, ancienne", new(ValidityMode.FromCompletion, 24, 0), null),
            new(Other, "Cadre légal, en ligne", new(ValidityMode.FromCompletion, 24, 0), null),
        ], [new(Rule, "Cadre légal des peines", Courses, Function, Kind, Houses, AtLeast, Delay, From, To, 85)]);
    }
}
