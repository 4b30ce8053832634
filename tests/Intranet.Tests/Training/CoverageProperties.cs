using FsCheck;
using FsCheck.Fluent;
using Intranet.Training;

namespace Intranet.Tests.Training;

/// <summary>What holds of every team, record, seat and requirement.</summary>
public sealed class CoverageProperties
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    [Fact]
    public void The_projection_is_the_coverage_computed_when_that_day_comes() => Check((facts, days) =>
    {
        var day = Today.AddDays(days);
        var projected = new CoverageRule(facts, Today).On(day);
        var come = new CoverageRule(ComeTrue(facts, day), day).On(day);
        return Written(projected).SequenceEqual(Written(come));
    });

    [Fact]
    public void What_was_foreseen_changes_no_past_day() => Check((facts, days) =>
    {
        var day = Today.AddDays(-days);
        return Written(new CoverageRule(facts, Today).On(day), withSeats: false).SequenceEqual(Written(new CoverageRule(facts with { Seats = [] }, Today).On(day)));
    });

    [Fact]
    public void Nobody_is_counted_twice_in_a_total() => Check((facts, days) =>
    {
        var day = Today.AddDays(days);
        return new CoverageRule(facts, Today).On(day).Where(c => c.Requirement.AtLeast is null).GroupBy(c => c.Requirement).All(g =>
        {
            var total = CoverageTotal.Of(g.Key, [.. g], day);
            return total.Concerned <= g.SelectMany(c => c.People).DistinctBy(p => p.PersonId).Count() && total.Holders <= total.Concerned && total.Concerned <= g.Sum(c => c.Concerned);
        });
    });

    [Fact]
    public void Held_until_is_the_last_day_before_a_break() => Check((facts, _) =>
    {
        var rule = new CoverageRule(facts with { Seats = [] }, Today);
        return rule.On(Today).SelectMany(c => c.People).Where(p => p.Until is { } until && until < Today.AddYears(5)).All(p =>
            rule.Of(p.PersonId, p.Until!.Value).All(o => o.RequirementId != p.RequirementId || o.Standing == Standing.Holds)
            && rule.Of(p.PersonId, p.Until!.Value.AddDays(1)).All(o => o.RequirementId != p.RequirementId || o.Standing != Standing.Holds));
    });

    /// <summary>All that was known has happened: the seats up to that day are records, contracts that ended before it are departures.</summary>
    private static TrainingFacts ComeTrue(TrainingFacts facts, DateOnly day) => facts with
    {
        Team = [.. facts.Team.Select(t => t.To is null && t.FixedTermEnd >= Today && t.FixedTermEnd < day ? t with { To = t.FixedTermEnd } : t)],
        Records = [.. facts.Records, .. facts.Seats.Where(s => s.On <= day).Select(s => new CompletedCourse(s.PersonId, s.CourseId, s.On, null, 0, 0, true))],
        Seats = [.. facts.Seats.Where(s => s.On > day)],
    };

    private static IEnumerable<string> Written(IEnumerable<CoverageCell> cells, bool withSeats = true)
        => cells.Select(c => $"{c.House.Id}/{c.Requirement.Id}: {c.Holders}/{c.Concerned}, {c.Expiring.Count()}, {string.Join(", ", c.People.Select(p => withSeats ? p : p with { Booked = null }))}");

    private static void Check(Func<TrainingFacts, int, bool> holds)
        => Prop.ForAll(Facts().ToArbitrary(), Gen.Choose(1, 800).ToArbitrary(), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    private static Gen<TrainingFacts> Facts()
    {
        var day = Gen.Choose(-1500, 0).Select(d => Today.AddDays(d));
        var ahead = Gen.Choose(-60, 800).Select(d => Today.AddDays(d));
        var member = from person in Gen.Choose(1, 6)
                     from house in Gen.Choose(1, 3)
                     from function in Gen.Elements("Éducatrice ou éducateur", "Psychologue")
                     from start in Gen.Choose(-1500, 300)
                     from to in Maybe(Gen.Choose(0, 900))
                     from term in Maybe(ahead)
                     from leave in Maybe(Gen.Choose(-300, 600))
                     from back in Maybe(Gen.Choose(0, 300))
                     let @from = Today.AddDays(start)
                     let away = leave is { } l ? Today.AddDays(l) : (DateOnly?)null
                     select new TeamMember(person, house, function, @from, to is { } length ? @from.AddDays(length) : null, term, away, away is { } a && back is { } b ? a.AddDays(b) : null);
        var record = from person in Gen.Choose(1, 6)
                     from course in Gen.Choose(1, 4)
                     from date in day
                     from stated in Maybe(Gen.Choose(0, 900))
                     select new CompletedCourse(person, course, date, stated is { } s ? date.AddDays(s) : null, 0, 0, true);
        var seat = from person in Gen.Choose(1, 6)
                   from course in Gen.Choose(1, 4)
                   from date in ahead
                   select new BookedSeat(person, course, 1, date);
        var requirement = from courses in Gen.Elements<int[]>([1], [2], [3], [1, 2], [2, 4])
                          from function in Gen.Elements("", "", "Psychologue")
                          from kind in Gen.Elements("", "CHRS")
                          from only in Gen.Elements<int[]?>(null, null, [1], [])
                          from atLeast in Gen.Elements<int?>(null, null, 1, 2)
                          from delay in Gen.Elements(0, 30, 180)
                          from start in day
                          from to in Maybe(ahead)
                          select new RequirementTerms(0, "Exigence", courses, function, kind, only, atLeast, delay, start, to is { } end && end < start ? start : to, 85);
        var validity = from mode in Gen.Elements(ValidityMode.None, ValidityMode.FromCompletion, ValidityMode.FromExpiry)
                       from months in Gen.Choose(6, 36)
                       from window in Gen.Choose(0, 5)
                       select new ValidityTerms(mode, months, window);
        return from team in Gen.ArrayOf(member, 10)
               from records in Gen.ArrayOf(record, 14)
               from seats in Gen.ArrayOf(seat, 6)
               from requirements in Gen.ArrayOf(requirement, 3)
               from terms in Gen.ArrayOf(validity, 4)
               select new TrainingFacts([new(1, "CHRS 1", "CHRS", null), new(2, "CSAPA 2", "CSAPA", null), new(3, "CHRS 3", "CHRS", null)], [.. team], [.. records], [.. seats],
                   [.. terms.Select((t, i) => new CourseTerms(i + 1, $"Formation {i + 1}", t, i == 0 ? 3 : null))], [.. requirements.Select((r, i) => r with { Id = i + 1 })]);
    }

    private static Gen<T?> Maybe<T>(Gen<T> values)
        where T : struct
        => Gen.Frequency((2, Gen.Constant<T?>(null)), (1, values.Select(v => (T?)v)));
}
