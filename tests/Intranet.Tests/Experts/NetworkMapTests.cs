using Intranet.Experts;
using static Intranet.Tests.Experts.Networks;

namespace Intranet.Tests.Experts;

/// <summary>Holes of the network, topics that hang on one person, and when knowledge fades.</summary>
public sealed class NetworkMapTests
{
    [Fact]
    public void A_cell_counts_who_is_there_or_covers_it_and_says_when_all_has_faded()
    {
        var faded = Somebody(3, Addictions, "77");
        faded = faded with { Topics = [faded.Topics[0] with { DeclaredOn = Today.AddYears(-3), ConfirmedOn = Today.AddYears(-2) }] };
        var map = NetworkMap.Of(Of([Somebody(1), Somebody(2) with { Departments = ["77"] }, faded, Somebody(4, Bracelet) with { LeavesOn = Today.AddDays(-1) }]), ["93", "77", "93"]);
        Assert.Equal(["77", "93"], map.Departments);
        Assert.Equal([new MapCell(1, 1), new MapCell(2, 2)], Row(OutsidePlacement).Cells);
        Assert.Equal([new MapCell(1, 1), new MapCell(2, 2)], Row(Measures).Cells);
        Assert.All(Row(Bracelet).Cells, c => Assert.True(c.IsHole));
        Assert.True(Row(Addictions).Cells[0].IsFading);
        Assert.True(Row(Addictions).Cells[1].IsHole);
        Assert.Equal(3, map.Holes);

        MapRow Row(int topic) => map.Rows.Single(r => r.Topic.Id == topic);
    }

    [Fact]
    public void The_first_hole_names_who_is_nearest()
    {
        var network = Of([Somebody(1, Bracelet, "13") with { Departments = ["13"] }, Somebody(2, Bracelet, "91") with { Departments = ["91"] }, Somebody(3, OutsidePlacement, "77")]);
        var hole = NetworkMap.FirstHole(network, "77");
        Assert.Equal((Bracelet, 2), (hole!.Value.Topic.Id, hole.Value.Nearest.Id));
        Assert.Null(NetworkMap.FirstHole(Of([Somebody(1, Bracelet, "77")]), "77"));
    }

    [Fact]
    public void A_topic_is_fragile_when_one_at_most_will_still_know_it_in_six_months()
    {
        var network = Of([Somebody(1), Somebody(2), Somebody(3, Bracelet), Somebody(4, Bracelet) with { LeavesOn = Today.AddMonths(5) }, Somebody(5, Addictions) with { LeavesOn = Today.AddMonths(7) }, Somebody(6, Addictions)]);
        var fragile = FragileTopic.Of(network).Single();
        Assert.Equal((Bracelet, Today.AddMonths(5)), (fragile.Topic.Id, fragile.LeavesOn));
        Assert.Equal([3, 4], fragile.Holders.Select(h => h.Id));
    }

    [Fact]
    public void The_heir_says_it_already_or_knows_what_is_beside_in_the_same_house_or_departement()
    {
        var holder = Somebody(1, Bracelet) with { LeavesOn = Today.AddMonths(1) };
        // Somebody who says it already, however far, before who knows what is beside.
        var declared = FragileTopic.Of(Of([holder, Somebody(2), Somebody(3), Somebody(4, Bracelet, "13", confirmed: false)])).Single(f => f.Topic.Id == Bracelet);
        Assert.Equal((4, "le déclare déjà, CHRS 4"), (declared.Heir!.Id, declared.HeirWhy));
        var beside = FragileTopic.Of(Of([holder, Somebody(2), Somebody(3) with { HouseId = 101 }])).Single(f => f.Topic.Id == Bracelet);
        Assert.Equal((3, "connaît « Placement extérieur », même établissement"), (beside.Heir!.Id, beside.HeirWhy));
        Assert.Null(FragileTopic.Of(Of([holder, Somebody(2, department: "13"), Somebody(3, department: "13")])).Single(f => f.Topic.Id == Bracelet).Heir);
        Assert.Null(FragileTopic.Of(Of([holder, Somebody(2) with { LeavesOn = Today.AddMonths(2) }, Somebody(3, Addictions)])).Single(f => f.Topic.Id == Bracelet).Heir);
    }

    [Fact]
    public void Knowledge_fades_after_eighteen_months_and_saying_it_again_does_not_confirm_it()
    {
        var (day, old) = (Today, Today.AddMonths(-18));
        Assert.Equal(ExpertiseState.Declared, Expertise.StateOf(old.AddDays(1), null, null, day));
        Assert.Equal(ExpertiseState.Faded, Expertise.StateOf(old, null, null, day));
        Assert.Equal(ExpertiseState.Confirmed, Expertise.StateOf(old.AddYears(-2), old.AddDays(1), null, day));
        Assert.Equal(ExpertiseState.Confirmed, Expertise.StateOf(old.AddYears(-2), old.AddYears(-1), day.AddMonths(-1), day));
        Assert.Equal(ExpertiseState.Faded, Expertise.StateOf(old.AddYears(-2), old, old, day));
        // Said again by oneself: declared, though it was once confirmed.
        Assert.Equal(ExpertiseState.Declared, Expertise.StateOf(day, old, null, day));
        // An answer given since on what nobody confirmed keeps it alive and confirms nothing.
        Assert.Equal(ExpertiseState.Declared, Expertise.StateOf(old, null, day, day));
    }
}
