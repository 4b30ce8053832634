using Intranet.Experts;
using Intranet.Shared;
using static Intranet.Tests.Experts.Networks;

namespace Intranet.Tests.Experts;

/// <summary>Who is asked, and why (rules.md, "Support requests").</summary>
public sealed class RoutingTests
{
    private static readonly RoutingQuestion Question = new(OutsidePlacement, "93", 500, 5000);
    private static readonly Dictionary<int, ExpertLoad> Nothing = [];

    [Fact]
    public void Up_to_three_who_know_the_topic_or_one_under_it()
    {
        var network = Of([Somebody(1), Somebody(2, Bracelet), Somebody(3, Measures), Somebody(4), Somebody(5), Somebody(6)]);
        Assert.Equal([1, 4, 5], Ids(Routing.Choose(network, Question, Nothing)));
        Assert.Equal([1, 2, 3, 4, 5, 6], Ids(Routing.Choose(network, Question with { TopicId = Measures }, Nothing, most: 9)));
        Assert.Empty(Routing.Choose(network, Question with { TopicId = Addictions }, Nothing));
    }

    [Fact]
    public void Territory_first_then_the_reference_establishment_then_what_is_confirmed()
    {
        var network = Of(
            [Somebody(1, department: "13") with { Departments = ["13"] }, Somebody(2, department: "94") with { Departments = ["94"] }, Somebody(3, confirmed: false), Somebody(4), Somebody(5) with { Departments = ["93", "77"], Department = "13", HouseId = 77 }],
            new NetworkSponsorship(9, 500, 77, OutsidePlacement));
        var chosen = Routing.Choose(network, Question, Nothing, most: 9);
        Assert.Equal([5, 4, 3, 2, 1], Ids(chosen));
        Assert.Equal("Placement extérieur, expertise confirmée, votre établissement ressource, dans le 93", chosen[0].Why);
        Assert.Equal("Placement extérieur, expertise déclarée, dans le 93", chosen[2].Why);
        Assert.Equal("Placement extérieur, expertise confirmée, à côté, dans le 94", chosen[3].Why);
    }

    [Fact]
    public void The_least_loaded_then_the_longest_idle()
    {
        var network = Of([Somebody(1), Somebody(2), Somebody(3), Somebody(4)]);
        var loads = new Dictionary<int, ExpertLoad> { [1] = new(1, 1, 1), [2] = new(0, 1, 8), [3] = new(0, 1, 5), [4] = new(0, 4, 0) };
        // The fourth has reached the ceiling.
        Assert.Equal([3, 2, 1], Ids(Routing.Choose(network, Question, loads)));
    }

    [Fact]
    public void Neither_the_asker_nor_their_own_house_nor_those_asked_already()
    {
        var house = Somebody(2) with { PersonId = null, HouseId = 500 };
        var network = Of([Somebody(1) with { PersonId = 5000 }, house, Somebody(3), Somebody(4)]);
        Assert.Equal([4], Ids(Routing.Choose(network, Question, Nothing, new HashSet<int> { 3 })));
    }

    [Fact]
    public void Who_is_away_paused_or_gone_is_not_asked_and_the_substitute_stands_in()
    {
        var away = Somebody(1) with { Absences = [new(Today.AddDays(-1), Today.AddDays(5), 1009)] };
        var network = Of([away, Somebody(2) with { UnavailableUntil = Today }, Somebody(3) with { LeavesOn = Today.AddDays(-1) }, Somebody(9, Addictions), Somebody(10) with { UnavailableUntil = Today.AddDays(-1), LeavesOn = Today }]);
        var chosen = Routing.Choose(network, Question, Nothing);
        Assert.Equal([10, 9], Ids(chosen));
        Assert.Contains("remplace Experte 1", chosen[1].Why, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_neither_used_nor_confirmed_for_eighteen_months_comes_last_and_says_so()
    {
        var old = Somebody(1) with { Topics = [new(OutsidePlacement, ExpertiseLevel.Reference, null, Today.AddYears(-3), Today.AddMonths(-18), Proof.Head, null)] };
        var used = Somebody(2) with { Topics = [new(OutsidePlacement, ExpertiseLevel.Knows, null, Today.AddYears(-3), Today.AddYears(-2), Proof.Head, Today.AddMonths(-18).AddDays(1))] };
        var chosen = Routing.Choose(Of([old, used]), Question, Nothing);
        Assert.Equal([2, 1], Ids(chosen));
        Assert.Contains("à reconfirmer", chosen[1].Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Borders_have_two_sides()
    {
        foreach (var (code, _) in Departements.All)
        {
            foreach (var other in Departements.NeighboursOf(code))
                Assert.True(Departements.NeighboursOf(other).Contains(code), $"{code} touches {other}, which doesn't touch it.");
        }
        Assert.Equal(["75", "77", "92", "94", "95"], Departements.NeighboursOf("93").Order());
        Assert.Empty(Departements.NeighboursOf("974"));
    }

    private static IEnumerable<int> Ids(IEnumerable<RoutingChoice> choices) => choices.Select(c => c.Expert.Id);
}
