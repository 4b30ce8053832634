using Intranet.Shared;

namespace Intranet.Experts;

/// <summary>How many know a topic in a département.</summary>
/// <param name="Sure">Confirmed or declared; the others have faded.</param>
internal readonly record struct MapCell(int Count, int Sure)
{
    public bool IsHole => Count == 0;
    public bool IsFading => Count > 0 && Sure == 0;
}

/// <param name="Cells">In the order of the columns.</param>
internal sealed record MapRow(NetworkTopic Topic, IReadOnlyList<MapCell> Cells, int Everywhere)
{
    public int Holes => Cells.Count(c => c.IsHole);
}

/// <summary>Where the network has holes: topic by topic, who is in each département or covers it.</summary>
internal sealed record NetworkMap(IReadOnlyList<string> Departments, IReadOnlyList<MapRow> Rows)
{
    public int Holes => Rows.Sum(r => r.Holes);

    /// <param name="departments">Codes of those where we have establishments.</param>
    public static NetworkMap Of(Network network, IEnumerable<string> departments, TopicFamily? family = null)
    {
        var codes = departments.Where(d => d.Length > 0).Distinct().Order(StringComparer.Ordinal).ToList();
        var rows = network.Topics.Where(t => !t.IsRetired && (family is null || t.Family == family)).OrderBy(t => t.Family).ThenBy(t => network.Topic(t.ParentId)?.Name ?? t.Name, StringComparer.Ordinal).ThenBy(t => t.ParentId is not null).ThenBy(t => t.Name, StringComparer.Ordinal).Select(t =>
        {
            var known = network.InPost.Select(e => (Expert: e, On: network.On(e, t.Id))).Where(k => k.On is not null).ToList();
            return new MapRow(t, [.. codes.Select(d =>
            {
                var there = known.Where(k => Routing.PlaceOf(k.Expert, d) == 0).ToList();
                return new MapCell(there.Count, there.Count(k => k.On!.StateOn(network.Today) != ExpertiseState.Faded));
            })], known.Count);
        });
        return new(codes, [.. rows]);
    }

    /// <summary>The first measure that nobody knows in a département while others do elsewhere; null when there is none.</summary>
    public static (NetworkTopic Topic, NetworkExpert Nearest)? FirstHole(Network network, string department)
    {
        if (department.Length == 0)
            return null;
        var there = network.InPost.Where(e => Routing.PlaceOf(e, department) == 0).ToList();
        foreach (var topic in network.Topics.Where(t => !t.IsRetired && t.Family == TopicFamily.Measure && t.ParentId is not null))
        {
            if (there.Any(e => network.Knows(e, topic.Id)))
                continue;
            var known = network.InPost.Where(e => network.Knows(e, topic.Id)).ToList();
            if (known.Count == 0)
                continue;
            return (topic, known.OrderBy(e => Routing.PlaceOf(e, department)).ThenBy(e => !e.IsAvailable(network.Today)).ThenBy(e => !e.IsHouse).ThenBy(e => e.Id).First());
        }
        return null;
    }
}

/// <summary>A topic that one departure would empty.</summary>
/// <param name="Holders">Those who know it, confirmed and in post.</param>
/// <param name="LeavesOn">First of the departures to come among them.</param>
/// <param name="Heir">Who could learn it; null when nobody is near.</param>
internal sealed record FragileTopic(NetworkTopic Topic, IReadOnlyList<NetworkExpert> Holders, DateOnly? LeavesOn, NetworkExpert? Heir, string HeirWhy)
{
    /// <summary>Months ahead in which a departure counts.</summary>
    public const int Months = 6;

    /// <summary>Topics that at most one person of ours will still know in six months, the soonest to go first.</summary>
    public static IReadOnlyList<FragileTopic> Of(Network network)
    {
        var (today, horizon) = (network.Today, network.Today.AddMonths(Months));
        var ours = network.InPost.Where(e => e is { IsHouse: false, IsPartner: false }).ToList();
        var wide = network.Topics.Where(t => t.ParentId is not null).Select(t => t.ParentId!.Value).ToHashSet();
        List<FragileTopic> fragile = [];
        foreach (var topic in network.Topics.Where(t => !t.IsRetired && !wide.Contains(t.Id)))
        {
            var holders = ours.Where(e => network.On(e, topic.Id)?.StateOn(today) == ExpertiseState.Confirmed).ToList();
            if (holders.Count == 0 || holders.Count(e => Stays(e, horizon)) > 1)
                continue;
            var (heir, why) = HeirOf(network, topic, holders, [.. ours.Where(e => Stays(e, horizon))]);
            fragile.Add(new(topic, holders, holders.Where(e => !Stays(e, horizon)).Min(e => e.LeavesOn), heir, why));
        }
        return [.. fragile.OrderBy(f => f.LeavesOn ?? DateOnly.MaxValue).ThenBy(f => f.Topic.Family).ThenBy(f => f.Topic.Name, StringComparer.Ordinal)];
    }

    private static bool Stays(NetworkExpert expert, DateOnly horizon) => expert.LeavesOn is null || expert.LeavesOn >= horizon;

    private static (NetworkExpert? Heir, string Why) HeirOf(Network network, NetworkTopic topic, List<NetworkExpert> holders, List<NetworkExpert> staying)
    {
        var (houses, departments) = (holders.Select(h => h.HouseId).ToHashSet(), holders.Select(h => h.Department).ToHashSet());
        var neighbours = network.Topics.Where(t => t.Id != topic.Id && !t.IsRetired && t.Family == topic.Family && t.ParentId == topic.ParentId && topic.ParentId is not null).Select(t => t.Id).Append(topic.ParentId ?? 0).ToHashSet();
        var best = staying.Where(e => !holders.Contains(e))
            .Select(e => (Expert: e, On: network.On(e, topic.Id), Near: e.Topics.Where(t => neighbours.Contains(t.TopicId) && t.StateOn(network.Today) != ExpertiseState.Faded).OrderByDescending(t => t.Level).FirstOrDefault(),
                Place: houses.Contains(e.HouseId) ? 0 : departments.Contains(e.Department) ? 1 : 2))
            .Where(c => c.On is not null || (c.Near is not null && c.Place < 2))
            .OrderBy(c => c.On is null).ThenBy(c => c.Place).ThenBy(c => c.On is null ? 0 : Routing.Sureness(c.On, network.Today)).ThenByDescending(c => (c.On ?? c.Near)!.Level).ThenBy(c => c.Expert.Id).FirstOrDefault();
        if (best.Expert is null)
            return (null, "");
        var what = best.On is { } on ? on.StateOn(network.Today) == ExpertiseState.Faded ? "l’a su, à reconfirmer" : "le déclare déjà" : $"connaît « {network.Topic(best.Near!.TopicId)!.Name} »";
        return (best.Expert, $"{what}, {best.Place switch { 0 => "même établissement", 1 => "même département", _ => best.Expert.House }}");
    }
}
