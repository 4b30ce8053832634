using Intranet.Shared;

namespace Intranet.Experts;

/// <summary>Somebody, or an establishment, that answers a search.</summary>
/// <param name="On">What they know of what was asked, the surest first.</param>
/// <param name="Place">0 in the département asked or covering it, 1 beside it or everywhere, 2 elsewhere.</param>
/// <param name="Reason">Asked for those that are shown: thousands may be found.</param>
internal sealed record FoundExpert(NetworkExpert Expert, IReadOnlyList<NetworkExpertise> On, int Place, bool IsResource, Func<string>? Reason = null)
{
    /// <summary>The reason of its place in the list, in a few words.</summary>
    public string Why => Reason?.Invoke() ?? "";
}

/// <param name="Name">Of the values in the address.</param>
internal sealed record Facet(string Name, string Title, IReadOnlyList<FacetValue> Values);

internal sealed record FacetValue(string Value, string Label, int Count, bool IsOn);

/// <param name="Closest">When nobody answers: those elsewhere who know, else those who know something near.</param>
/// <param name="NearMiss">"Aucun dans le 77 ; deux dans le 91."; empty when somebody is there.</param>
/// <param name="Missing">The topic that nobody knows there.</param>
internal sealed record ExpertResults(
    Understood Understood, IReadOnlyList<FoundExpert> Found, IReadOnlyList<FoundExpert> Closest, string NearMiss, NetworkTopic? Missing, Lazy<IReadOnlyList<Facet>> Counts)
{
    /// <summary>Counted when asked for: a sheet beside which three names stand needs none.</summary>
    public IReadOnlyList<Facet> Facets => Counts.Value;

    /// <summary>A topic to ask about, when one was asked.</summary>
    public int? TopicOf(FoundExpert found) => found.On.Count > 0 ? found.On[0].TopicId : null;
}

/// <summary>
/// Who knows it, best first: most of what is asked, sure knowledge before faded, the département before those beside it, available, the reader's
/// « établissement ressource », confirmed, exactly that topic, level. Among equals the order turns each day. A pure function over the network of the day.
/// </summary>
internal static class ExpertSearch
{
    private const int MostClosest = 5;

    /// <param name="house">Where the reader works.</param>
    public static ExpertResults Search(Network network, ExpertFilter filter, int? house = null)
    {
        var read = ExpertWords.Read(network, filter.Text);
        var resources = network.Sponsorships.Where(s => s.GeneralistId == house).Select(s => (s.ResourceId, s.TopicId)).ToHashSet();
        var ticks = new Ticks(network, filter);
        // Whoever answers the words, whatever is ticked: for the counts, and when those ticked know nothing of it.
        var all = new Lazy<List<Ranked>>(() => Matches(network.InPost));
        var found = Order((ticks.IsEmpty ? all.Value : Matches(network.InPost.Where(e => ticks.Keep(e)))).Where(m => m.Found.Place < 2), network);
        var closest = found.Count > 0 ? [] : Order(all.Value.Where(m => m.Found.Place == 2), network).Take(MostClosest).ToList();
        if (found.Count == 0 && closest.Count == 0)
            closest = Nearby(network, read, filter, resources);
        var (nearMiss, missing) = NearMiss(read, all);
        return new(read, found, closest, nearMiss, missing, new(() => Facets(network, filter, ticks, [.. all.Value.Select(m => m.Found).Where(f => f.Place < 2).Select(f => f.Expert)])));

        List<Ranked> Matches(IEnumerable<NetworkExpert> experts) => [.. experts.Select(e => Match(network, read, filter, resources, e)).OfType<Ranked>()];
    }

    /// <summary>One page of what was found.</summary>
    public static Paged<FoundExpert> Page(this ExpertResults results, int number, int size)
    {
        number = Math.Clamp(number, 1, Math.Max(1, (results.Found.Count + size - 1) / size));
        return new([.. results.Found.Skip((number - 1) * size).Take(size)], results.Found.Count, number, size);
    }

    private static Ranked? Match(Network network, Understood read, ExpertFilter filter, HashSet<(int House, int Topic)> resources, NetworkExpert expert)
    {
        if (read.Known.Any(w => !ExpertWords.Bears(expert, w.Word)))
            return null;
        List<NetworkExpertise> on = [];
        var (score, exact) = (0, 0);
        foreach (var asked in read.Topics)
        {
            if (expert.Topics.Where(t => asked.Within.Contains(t.TopicId)).OrderBy(t => Routing.Sureness(t, network.Today)).ThenBy(t => !asked.IsExactly(t.TopicId)).ThenByDescending(t => t.Level).FirstOrDefault() is { } best)
            {
                (score, exact) = (score + 2, exact + (asked.IsExactly(best.TopicId) ? 1 : 0));
                on.Add(best);
            }
            else if (asked.Words.Count > 0 && asked.Words.All(w => ExpertWords.Bears(expert, w)))
            {
                score++;
            }
        }
        if (read.Topics.Count > 0 && score == 0)
            return null;
        foreach (var ticked in filter.Topics)
        {
            if (network.On(expert, ticked) is { } known && !on.Contains(known))
                on.Add(known);
        }
        var place = read.Places.Count == 0 ? 0 : read.Places.SelectMany(p => p.Departments).Min(d => Routing.PlaceOf(expert, d));
        var isResource = expert.HouseId is { } house && resources.Any(r => r.House == house && on.Any(o => network.Within(r.Topic).Contains(o.TopicId)));
        if (on.Count > 1)
            on = [.. on.OrderBy(o => Routing.Sureness(o, network.Today)).ThenByDescending(o => o.Level)];
        var sureness = on.Count == 0 ? 0 : on.Max(o => Routing.Sureness(o, network.Today));
        return new(new(expert, on, place, isResource, () => Why(network, read, expert, on, place, isResource)), score, sureness, exact, on.Sum(o => (int)o.Level));
    }

    private static List<FoundExpert> Order(IEnumerable<Ranked> matches, Network network)
        => [.. matches.OrderByDescending(m => m.Score).ThenBy(m => m.Sureness == 2).ThenBy(m => m.Found.Place).ThenByDescending(m => m.Found.Expert.IsAvailable(network.Today))
            .ThenByDescending(m => m.Found.IsResource).ThenBy(m => m.Sureness).ThenByDescending(m => m.Exact).ThenByDescending(m => m.Level)
            .ThenBy(m => Turn(m.Found.Expert.Id, network.Today)).ThenBy(m => m.Found.Expert.Id).Select(m => m.Found)];

    // Nobody is always first among equals.
    private static uint Turn(int id, DateOnly today) => unchecked((uint)((id * 2654435761L) + (today.DayNumber * 40503L))) % 9973;

    private static string Why(Network network, Understood read, NetworkExpert expert, IReadOnlyList<NetworkExpertise> on, int place, bool isResource)
    {
        List<string> reasons = [.. on.Take(3).Select(o => $"{network.Topic(o.TopicId)!.Name} ({Word(o.StateOn(network.Today))})")];
        if (read.Places.Count > 0)
            reasons.Add(PlaceWord(read, expert, place));
        if (isResource)
            reasons.Add("votre établissement ressource");
        if (reasons.Count > 0 && expert.IsAvailable(network.Today))
            reasons.Add("disponible");
        return string.Join(", ", reasons);
    }

    private static string Word(ExpertiseState state) => state switch { ExpertiseState.Confirmed => "confirmé", ExpertiseState.Declared => "déclaré", _ => "à reconfirmer" };

    private static string PlaceWord(Understood read, NetworkExpert expert, int place)
    {
        var asked = read.Places.SelectMany(p => p.Departments).FirstOrDefault(d => Routing.PlaceOf(expert, d) == place) ?? "";
        return place == 0 ? expert.Department == asked ? $"dans le {asked}" : $"intervient dans le {asked}"
            : expert.Departments.Count == 0 && place == 1 && expert.Department.Length == 0 ? "partout"
            : expert.Department.Length == 0 ? "ailleurs" : place == 1 ? $"à côté, dans le {expert.Department}" : $"dans le {expert.Department}";
    }

    /// <summary>Fields and partners are both « Thème ».</summary>
    private static string FacetOf(NetworkTopic topic) => topic.Family switch { TopicFamily.Measure => "mesure", TopicFamily.Public => "public", _ => "theme" };

    private static List<Facet> Facets(Network network, ExpertFilter filter, Ticks ticks, IReadOnlyList<NetworkExpert> there)
    {
        List<Facet> facets = [];
        AddTopics("theme", "Thème");
        var local = filter.Departments.ToDictionary(d => d, _ => 0);
        foreach (var department in Kept("departement").SelectMany(e => e.Departments.Append(e.Department).Distinct()).Where(d => d.Length > 0))
            local[department] = local.GetValueOrDefault(department) + 1;
        facets.Add(new("departement", "Département", [.. local.Select(d => new FacetValue(d.Key, $"{Departements.NameOf(d.Key) ?? d.Key} ({d.Key})", d.Value, filter.Departments.Contains(d.Key))).OrderByDescending(v => v.Count).ThenBy(v => v.Value, StringComparer.Ordinal)]));
        AddTopics("public", "Public");
        AddTopics("mesure", "Mesure");
        return [.. facets.Where(f => f.Values.Count > 0)];

        IEnumerable<NetworkExpert> Kept(string facet) => there.Where(e => ticks.Keep(e, facet));

        void AddTopics(string facet, string title)
        {
            var (counts, known) = (new Dictionary<int, int>(), new HashSet<int>());
            foreach (var expert in Kept(facet))
            {
                known.Clear();
                foreach (var on in expert.Topics)
                {
                    known.Add(on.TopicId);
                    // Who knows a topic knows of the wider one.
                    if (network.Topic(on.TopicId)?.ParentId is { } wider)
                        known.Add(wider);
                }
                foreach (var id in known)
                    counts[id] = counts.GetValueOrDefault(id) + 1;
            }
            var topics = network.Topics.Where(t => FacetOf(t) == facet && (counts.ContainsKey(t.Id) || filter.Topics.Contains(t.Id)));
            facets.Add(new(facet, title, [.. topics.Select(t => new FacetValue($"{t.Id}", t.Name, counts.GetValueOrDefault(t.Id), filter.Topics.Contains(t.Id))).OrderByDescending(v => v.Count).ThenBy(v => v.Label, StringComparer.Ordinal)]));
        }
    }

    // "Aucun dans le 77 ; deux dans le 91": said of the first topic asked that nobody knows in the first département asked.
    private static (string Sentence, NetworkTopic? Missing) NearMiss(Understood read, Lazy<List<Ranked>> all)
    {
        if (read.Places is not [{ Departments: [var code] }, ..])
            return ("", null);
        foreach (var asked in read.Topics)
        {
            var known = all.Value.Where(m => m.Found.On.Any(o => asked.Within.Contains(o.TopicId))).Select(m => m.Found.Expert).ToList();
            if (known.Any(e => Routing.PlaceOf(e, code) == 0))
                continue;
            var around = known.Where(e => e.Department.Length > 0).GroupBy(e => e.Department).OrderBy(g => Departements.NeighboursOf(code).Contains(g.Key) ? 0 : 1).ThenByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Take(3);
            var sentence = string.Join(" ; ", around.Select(g => $"{InWords(g.Count())} dans le {g.Key}").Prepend($"aucun dans le {code}"));
            return ($"{asked.First.Name} : {sentence}.", asked.First);
        }
        return ("", null);
    }

    private static string InWords(int count) => count < 10 ? new[] { "aucun", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf" }[count] : French.Number(count);

    // Those who know the wider topic, or another under it.
    private static List<FoundExpert> Nearby(Network network, Understood read, ExpertFilter filter, HashSet<(int, int)> resources)
    {
        var wider = read.Topics.SelectMany(t => t.Topics).Select(t => t.ParentId).Concat(filter.Topics.Select(t => network.Topic(t)?.ParentId)).OfType<int>().Distinct().Select(id => network.Topic(id)!).ToList();
        if (wider.Count == 0)
            return [];
        var around = new Understood([.. wider.Select(t => new TopicWords([t], network.Within(t.Id), [], ""))], read.Places, []);
        return [.. Order(network.InPost.Select(e => Match(network, around, new(), resources, e)).OfType<Ranked>(), network).Take(MostClosest)];
    }

    /// <summary>What is ticked beside the list.</summary>
    private sealed class Ticks(Network network, ExpertFilter filter)
    {
        private readonly ILookup<string, NetworkTopic> topics = filter.Topics.Select(t => network.Topic(t)).OfType<NetworkTopic>().ToLookup(FacetOf);

        public bool IsEmpty => topics.Count == 0 && filter.Departments.Count == 0 && filter.Who is null && !filter.OnlyAvailable;

        /// <param name="except">The facet whose own ticks are left aside, to count its other values.</param>
        public bool Keep(NetworkExpert expert, string? except = null)
            => (except == "departement" || filter.Departments.Count == 0 || filter.Departments.Any(d => Routing.PlaceOf(expert, d) == 0))
                && (filter.Who is null || (filter.Who == ExpertsShown.Houses) == expert.IsHouse)
                && (!filter.OnlyAvailable || expert.IsAvailable(network.Today))
                && topics.All(facet => facet.Key == except || facet.Any(t => network.Knows(expert, t.Id)));
    }

    /// <param name="Score">Two for each thing asked that is known, one for each that is only in what the sheet says.</param>
    /// <param name="Sureness">Of the least sure.</param>
    private sealed record Ranked(FoundExpert Found, int Score, int Sureness, int Exact, int Level);
}
