using Intranet.Shared;

namespace Intranet.Experts;

/// <summary>
/// What a training proves: somebody says that they know a topic, and followed since or before a course whose title names it. It proves what was said,
/// it never says it in their place; like a confirmation, it fades after eighteen months. A pure function.
/// </summary>
internal static class Proven
{
    public static Network By(IReadOnlyCollection<TrainedPerson> trained, Network network)
    {
        var topics = trained.Select(t => t.Course).Distinct().ToDictionary(c => c, c => TopicsOf(network, c));
        var followed = trained.SelectMany(t => topics[t.Course], (t, topic) => (t.PersonId, Topic: topic, t.On)).GroupBy(t => (t.PersonId, t.Topic)).ToDictionary(g => g.Key, g => g.Max(t => t.On));
        return followed.Count == 0 ? network
            : new(network.Topics, [.. network.Experts.Select(e => e.PersonId is { } person ? e with { Topics = [.. e.Topics.Select(t => Prove(t, followed.TryGetValue((person, t.TopicId), out var on) ? on : null))] } : e)], network.Sponsorships, network.Today);
    }

    private static NetworkExpertise Prove(NetworkExpertise said, DateOnly? on)
        => on is { } day && !(said.ConfirmedOn >= day) ? said with { ConfirmedOn = day, ProvedBy = Proof.Training } : said;

    private static List<int> TopicsOf(Network network, string course) => [.. ExpertWords.Read(network, course).Topics.SelectMany(t => t.Topics).Select(t => t.Id).Distinct()];
}
