using Intranet.Shared;

namespace Intranet.Experts;

/// <summary>Topics that some of the typed words mean; several when people call them alike.</summary>
/// <param name="Topics">The surest first.</param>
/// <param name="Within">Those topics, those under them, and those of the same family whose name holds theirs.</param>
/// <param name="Words">In the singular, folded.</param>
/// <param name="Rest">What was typed, without these words.</param>
internal sealed record TopicWords(IReadOnlyList<NetworkTopic> Topics, IReadOnlySet<int> Within, IReadOnlyList<string> Words, string Rest)
{
    public NetworkTopic First => Topics[0];
    public bool IsExactly(int topicId) => Topics.Any(t => t.Id == topicId);
}

/// <summary>A département, or a region's.</summary>
internal sealed record PlaceWords(string Name, IReadOnlyList<string> Departments, string Rest);

/// <summary>A word that is neither: of a name, an establishment, a city, what somebody offers.</summary>
/// <param name="IsKnown">Somebody of the network bears it; the others are left aside.</param>
internal sealed record FreeWord(string Word, string Typed, bool IsKnown, string Rest);

/// <summary>What was understood of the words typed.</summary>
internal sealed record Understood(IReadOnlyList<TopicWords> Topics, IReadOnlyList<PlaceWords> Places, IReadOnlyList<FreeWord> Words)
{
    public bool IsEmpty => Topics.Count + Places.Count + Words.Count == 0;
    public IEnumerable<FreeWord> Known => Words.Where(w => w.IsKnown);
    public IEnumerable<FreeWord> Unknown => Words.Where(w => !w.IsKnown);
}

/// <summary>Reads free words: topics by any of their names, acronyms both ways, départements by code, name or postal code, the rest on people and houses.</summary>
internal static class ExpertWords
{
    private const int LongestPhrase = 7;

    /// <summary>Words of a question that say nothing of its topic, once no topic was found in them.</summary>
    private static readonly HashSet<string> Idle =
    [
        "qui", "que", "quoi", "quel", "quelle", "comment", "ou", "pour", "sur", "dans", "avec", "par", "sous", "chez", "un", "une", "est", "sont", "je", "j", "nous", "on", "mon", "ma", "mes", "notre", "y", "il",
        "expert", "experte", "expertise", "reseau", "aide", "aider", "connait", "connaitre", "question", "besoin", "appui", "departement", "cherche", "chercher", "trouver", "quelqu", "peut", "m", "s", "c", "qu", "ce", "personne", "collegue",
        "voisin", "voisine", "alentour", "autour", "proche", "pre", "cote", "placer", "accueillir", "sortie", "sortant", "dispo", "disponible",
    ];

    private static readonly Dictionary<string, (string Name, string[] Codes)> Regions = new()
    {
        [Key("Île-de-France")] = ("Île-de-France", ["75", "77", "78", "91", "92", "93", "94", "95"]),
        ["idf"] = ("Île-de-France", ["75", "77", "78", "91", "92", "93", "94", "95"]),
    };

    private static readonly Dictionary<string, (string Name, string[] Codes)> Places = Departements.All
        .SelectMany(d => new[] { Key(d.Name), d.Code.ToLowerInvariant() }, (d, key) => (key, d)).GroupBy(p => p.key).ToDictionary(g => g.Key, g => ($"{g.First().d.Name} ({g.First().d.Code})", new[] { g.First().d.Code }));

    /// <summary>The words of a text that mean something, folded, in the singular.</summary>
    public static IEnumerable<string> Of(string? text) => Folding.Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => !Folding.IsStopWord(w)).Select(w => w == "travaux" ? "travail" : Plural.Singular(w));

    public static Understood Read(Network network, string? text)
    {
        var typed = (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var words = typed.SelectMany((t, i) => Of(t).Select(w => (Word: w, At: i))).Take(40).ToList();
        var names = network.TopicNames;
        var (topics, places, free) = (new List<TopicWords>(), new List<PlaceWords>(), new List<FreeWord>());
        for (var at = 0; at < words.Count;)
        {
            var used = 0;
            for (var length = Math.Min(LongestPhrase, words.Count - at); length > 0 && used == 0; length--)
            {
                var key = string.Join(' ', words.Skip(at).Take(length).Select(w => w.Word));
                if (names.TryGetValue(key, out var meant))
                    topics.Add(Meant(network, meant, [.. words.Skip(at).Take(length).Select(w => w.Word)], Without(at, length)));
                else if (PlaceOf(key, length == 1 ? typed[words[at].At] : "") is { } place)
                    places.Add(new(place.Name, place.Codes, Without(at, length)));
                else
                    continue;
                used = length;
            }
            if (used == 0)
            {
                var word = words[at].Word;
                if (!Idle.Contains(word))
                {
                    var isKnown = network.Experts.Any(e => Bears(e, word));
                    if (!isKnown && Near(names, word) is { } near)
                        topics.Add(Meant(network, near, [word], Without(at, 1)));
                    else
                        free.Add(new(word, typed[words[at].At], isKnown, Without(at, 1)));
                }
                used = 1;
            }
            at += used;
        }
        return new(Distinct(topics), places, free);

        string Without(int at, int length)
        {
            var gone = words.Skip(at).Take(length).Select(w => w.At).ToHashSet();
            return string.Join(' ', typed.Where((_, i) => !gone.Contains(i)));
        }
    }

    /// <summary>One of the expert's words is this one or begins with it.</summary>
    public static bool Bears(NetworkExpert expert, string word) => expert.Words.Contains(word) || (word.Length >= 3 && expert.Words.Any(w => w.StartsWith(word, StringComparison.Ordinal)));

    private static TopicWords Meant(Network network, List<NetworkTopic> topics, IReadOnlyList<string> words, string rest)
    {
        var within = topics.SelectMany(t => network.Within(t.Id)).ToHashSet();
        foreach (var topic in topics)
        {
            var name = $" {Key(topic.Name)} ";
            within.UnionWith(network.Topics.Where(t => !t.IsRetired && t.Family == topic.Family && $" {Key(t.Name)} ".Contains(name, StringComparison.Ordinal)).Select(t => t.Id));
        }
        return new(topics, within, words, rest);
    }

    // The same topic said twice, by its acronym and in full, is said once.
    private static List<TopicWords> Distinct(List<TopicWords> topics)
        => [.. topics.GroupBy(t => string.Join(' ', t.Topics.Select(x => x.Id))).Select(g => g.First())];

    private static (string Name, string[] Codes)? PlaceOf(string key, string typed)
        => Places.TryGetValue(key, out var place) || Regions.TryGetValue(key, out place) ? place
            : Departements.OfPostalCode(typed) is { } code && Places.TryGetValue(code.ToLowerInvariant(), out place) ? place : null;

    /// <summary>Topics by each of their names: the name, its synonyms, the acronym of each and the words of each acronym.</summary>
    public static Dictionary<string, List<NetworkTopic>> NamesOf(Network network)
    {
        var names = new Dictionary<string, List<NetworkTopic>>();
        foreach (var topic in network.Topics.Where(t => !t.IsRetired))
        {
            // « Personnes âgées ou en perte d’autonomie » goes by each of its halves too.
            foreach (var name in topic.Synonyms.Prepend(topic.Name).Concat(topic.Name.Split([" ou ", " et "], StringSplitOptions.TrimEntries)))
            {
                Add(Key(name), topic);
                if (Acronyms.Expand(name) is { } words)
                    Add(Key(words), topic);
                if (Acronyms.Shorten(name) is { } acronym)
                    Add(acronym, topic);
            }
        }
        return names;

        void Add(string key, NetworkTopic topic)
        {
            if (key.Length == 0)
                return;
            if (!names.TryGetValue(key, out var list))
                names[key] = list = [];
            // Its own name before what others call it.
            if (list.All(t => t.Id != topic.Id))
                list.Insert(Key(topic.Name) == key ? 0 : list.Count, topic);
        }
    }

    /// <summary>« psychiatre » for « psychiatrie », « radicalisé » for « radicalisation »: one long beginning, two short ends.</summary>
    private static List<NetworkTopic>? Near(IReadOnlyDictionary<string, List<NetworkTopic>> names, string word)
    {
        if (word.Length < 5)
            return null;
        var best = names.Where(n => !n.Key.Contains(' ', StringComparison.Ordinal)).Select(n => (n.Value, n.Key, Common: Common(n.Key, word)))
            .Where(n => n.Common >= 5 && word.Length - n.Common <= 3 && (n.Key.Length - n.Common <= 5 || n.Common == word.Length)).OrderByDescending(n => n.Common).ThenBy(n => n.Key, StringComparer.Ordinal).FirstOrDefault();
        return best.Value;
    }

    private static int Common(string one, string other)
    {
        var at = 0;
        while (at < one.Length && at < other.Length && one[at] == other[at])
            at++;
        return at;
    }

    private static string Key(string phrase) => string.Join(' ', Of(phrase));
}
