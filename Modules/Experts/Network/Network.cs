using Intranet.Shared;

namespace Intranet.Experts;

/// <param name="Synonyms">Acronyms and other words, as written.</param>
internal sealed record NetworkTopic(int Id, TopicFamily Family, int? ParentId, string Name, IReadOnlyList<string> Synonyms, bool IsRetired);

/// <summary>What an expert knows of a topic, as rules and search see it.</summary>
internal sealed record NetworkExpertise(int TopicId, ExpertiseLevel Level, DateOnly? Since, DateOnly DeclaredOn, DateOnly? ConfirmedOn, Proof? ProvedBy, DateOnly? UsedOn)
{
    public ExpertiseState StateOn(DateOnly day) => Expertise.StateOf(DeclaredOn, ConfirmedOn, UsedOn, day);
}

/// <summary>Days away, and who stands in.</summary>
internal sealed record Away(DateOnly From, DateOnly To, int? SubstituteId)
{
    public bool IsOn(DateOnly day) => From <= day && day <= To;
}

/// <summary>An expert of the network: somebody of ours or of a partner's, or an establishment.</summary>
/// <param name="PersonId">Null for an establishment.</param>
/// <param name="HouseId">The establishment itself, or where the person works; null for partners' people and those who work nowhere any more.</param>
/// <param name="House">Kind and name; of a partner's, the partner's name.</param>
/// <param name="Department">Code, of the establishment; empty when unknown.</param>
/// <param name="Departments">Codes covered; empty for all.</param>
/// <param name="LeavesOn">Last day of work that is known or foreseen.</param>
/// <param name="Topics">Those of topics still in use.</param>
internal sealed record NetworkExpert(
    int Id, string Name, int? PersonId, int? HouseId, int? PartnerId, string Function, string House, string City, string Department,
    IReadOnlyList<string> Departments, string About, int Ceiling, DateOnly? UnavailableUntil, bool WelcomesVisits, DateOnly? LeavesOn,
    IReadOnlyList<Away> Absences, IReadOnlyList<NetworkExpertise> Topics)
{
    private HashSet<string>? words;

    /// <summary>Of the sheet, compared when somebody confirms from a list.</summary>
    public int Version { get; init; }

    /// <summary>The words of the name, the house, the city, the function and what is offered, in the singular.</summary>
    public IReadOnlySet<string> Words => words ??= [.. ExpertWords.Of($"{Name} {House} {City} {Function} {About}")];

    public bool IsHouse => PersonId is null;
    public bool IsPartner => PartnerId is not null;

    /// <summary>In post, neither away nor paused.</summary>
    public bool IsAvailable(DateOnly day) => IsInPost(day) && !(UnavailableUntil >= day) && !Absences.Any(a => a.IsOn(day));

    /// <summary>Still works there.</summary>
    public bool IsInPost(DateOnly day) => LeavesOn is null || LeavesOn >= day;

    /// <summary>Last day of the pause or absence that holds on a day; null when there is none.</summary>
    public DateOnly? AwayUntil(DateOnly day)
        => new[] { UnavailableUntil >= day ? UnavailableUntil : null, Absences.Where(a => a.IsOn(day)).Max(a => (DateOnly?)a.To) }.Max();

    public bool Covers(string department) => department.Length == 0 || Departments.Count == 0 || Departments.Contains(department);
}

/// <summary>The whole network, read once: few thousand experts at most. What each request counts is read when needed.</summary>
internal sealed class Network
{
    private readonly Dictionary<int, NetworkTopic> topics;
    private readonly Dictionary<int, IReadOnlySet<int>> within;
    private readonly Dictionary<int, NetworkExpert> experts;
    private IReadOnlyDictionary<string, List<NetworkTopic>>? names;

    public Network(IReadOnlyList<NetworkTopic> topics, IReadOnlyList<NetworkExpert> experts, IReadOnlyList<NetworkSponsorship> sponsorships, DateOnly today)
    {
        (Topics, Experts, Sponsorships, Today) = (topics, experts, sponsorships, today);
        this.topics = topics.ToDictionary(t => t.Id);
        this.experts = experts.ToDictionary(e => e.Id);
        InPost = [.. experts.Where(e => e.IsInPost(today))];
        var below = topics.Where(t => t.ParentId is not null).ToLookup(t => t.ParentId!.Value, t => t.Id);
        within = topics.ToDictionary(t => t.Id, t => (IReadOnlySet<int>)below[t.Id].Append(t.Id).ToHashSet());
    }

    public DateOnly Today { get; }

    /// <summary>By family, then name; retired ones too.</summary>
    public IReadOnlyList<NetworkTopic> Topics { get; }

    /// <summary>Those in the network, by name.</summary>
    public IReadOnlyList<NetworkExpert> Experts { get; }

    /// <summary>Those who still work there today.</summary>
    public IReadOnlyList<NetworkExpert> InPost { get; }

    /// <summary>Those that hold today.</summary>
    public IReadOnlyList<NetworkSponsorship> Sponsorships { get; }

    /// <summary>Topics by each of their names, folded.</summary>
    public IReadOnlyDictionary<string, List<NetworkTopic>> TopicNames => names ??= ExpertWords.NamesOf(this);

    public NetworkTopic? Topic(int? id) => id is { } known ? topics.GetValueOrDefault(known) : null;

    public NetworkExpert? Expert(int id) => experts.GetValueOrDefault(id);

    /// <summary>A topic and those under it: who knows one of them is on topic.</summary>
    public IReadOnlySet<int> Within(int topicId) => within.GetValueOrDefault(topicId) ?? new HashSet<int> { topicId };

    /// <summary>On topic, however surely.</summary>
    public bool Knows(NetworkExpert expert, int topicId)
    {
        var known = Within(topicId);
        return expert.Topics.Any(t => known.Contains(t.TopicId));
    }

    /// <summary>The expert's surest knowledge of a topic, or of one under it; null when off topic.</summary>
    public NetworkExpertise? On(NetworkExpert expert, int topicId)
    {
        var known = Within(topicId);
        return expert.Topics.Where(t => known.Contains(t.TopicId)).OrderBy(t => t.StateOn(Today) switch { ExpertiseState.Confirmed => 0, ExpertiseState.Declared => 1, _ => 2 })
            .ThenByDescending(t => t.Level).ThenBy(t => t.TopicId != topicId).FirstOrDefault();
    }
}

/// <summary>An establishment that leans on another for a topic.</summary>
internal sealed record NetworkSponsorship(int Id, int GeneralistId, int ResourceId, int TopicId);
