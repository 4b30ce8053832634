using FsCheck;
using FsCheck.Fluent;
using Intranet.Experts;
using static Intranet.Tests.Experts.Networks;

namespace Intranet.Tests.Experts;

/// <summary>What holds of every network and every run of questions.</summary>
public sealed class RoutingProperties
{
    [Fact]
    public void Nobody_is_asked_above_their_ceiling_nor_while_away() => Check(seed =>
    {
        var random = new Random(seed);
        var network = Random(random);
        var loads = new Dictionary<int, ExpertLoad>();
        for (var asked = 1; asked <= 60; asked++)
        {
            foreach (var choice in Routing.Choose(network, Ask(random), loads))
            {
                var load = loads.GetValueOrDefault(choice.Expert.Id);
                if (load.ThisMonth >= choice.Expert.Ceiling || !choice.Expert.IsAvailable(Today))
                    return false;
                loads[choice.Expert.Id] = new(load.Open + random.Next(2), load.ThisMonth + 1, asked);
            }
        }
        return true;
    });

    [Fact]
    public void The_same_facts_give_the_same_experts_whatever_their_order() => Check(seed =>
    {
        var network = Random(new Random(seed));
        var mixed = new Network([.. network.Topics.Reverse()], [.. network.Experts.Reverse()], network.Sponsorships, Today);
        var question = Ask(new Random(seed));
        var loads = network.Experts.ToDictionary(e => e.Id, e => new ExpertLoad(e.Id % 3, e.Id % 4, e.Id % 5));
        return Routing.Choose(network, question, loads).Select(c => (c.Expert.Id, c.Why)).SequenceEqual(Routing.Choose(mixed, question, loads).Select(c => (c.Expert.Id, c.Why)));
    });

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(7)]
    [InlineData(12)]
    public void Among_equals_a_thousand_requests_are_shared_to_one_near(int count)
    {
        var network = Of(Enumerable.Range(1, count).Select(i => Somebody(i, ceiling: 30)));
        var (loads, asked) = (new Dictionary<int, ExpertLoad>(), new Dictionary<int, int>());
        var invitation = 0L;
        for (var n = 1; n <= 1000; n++)
        {
            foreach (var choice in Routing.Choose(network, new(OutsidePlacement, "93", 500, 5000), loads))
            {
                asked[choice.Expert.Id] = asked.GetValueOrDefault(choice.Expert.Id) + 1;
                // Answered before the next, and months go by.
                loads[choice.Expert.Id] = new(0, n % 2, ++invitation);
            }
        }
        Assert.InRange(network.Experts.Max(e => asked.GetValueOrDefault(e.Id)) - network.Experts.Min(e => asked.GetValueOrDefault(e.Id)), 0, 1);
    }

    private static void Check(Func<int, bool> holds) => Prop.ForAll(ArbMap.Default.ArbFor<int>(), holds).Check(Config.QuickThrowOnFailure);

    private static RoutingQuestion Ask(Random random) => new(random.Next(1, 5), new[] { "", "93", "77", "13" }[random.Next(4)], 101 + random.Next(5), 1001 + random.Next(5));

    private static Network Random(Random random)
        => Of(Enumerable.Range(1, 15).Select(i => Somebody(i, random.Next(1, 5), new[] { "93", "77", "94", "13" }[random.Next(4)], random.Next(1, 4), random.Next(2) == 0) with
        {
            UnavailableUntil = random.Next(5) == 0 ? Today.AddDays(random.Next(-3, 3)) : null,
            LeavesOn = random.Next(6) == 0 ? Today.AddDays(random.Next(-2, 2)) : null,
            Absences = random.Next(4) == 0 ? [new(Today.AddDays(random.Next(-3, 2)), Today.AddDays(random.Next(2, 5)), 1000 + random.Next(1, 16))] : [],
        }), new NetworkSponsorship(1, 101, 105, OutsidePlacement), new NetworkSponsorship(2, 102, 107, Addictions));
}
