using Intranet.Experts;

namespace Intranet.Tests.Experts;

/// <summary>Small networks for rules.</summary>
internal static class Networks
{
    public static readonly DateOnly Today = new(2026, 11, 23);

    public const int Measures = 1, OutsidePlacement = 2, Bracelet = 3, Addictions = 4;

    public static Network Of(IEnumerable<NetworkExpert> experts, params NetworkSponsorship[] sponsorships) => new(
        [
            new(Measures, TopicFamily.Measure, null, "Aménagements de peine", [], false),
            new(OutsidePlacement, TopicFamily.Measure, Measures, "Placement extérieur", ["PE"], false),
            new(Bracelet, TopicFamily.Measure, Measures, "Surveillance électronique", ["DDSE", "PSE"], false),
            new(Addictions, TopicFamily.Field, null, "Addictions", ["alcool"], false),
        ],
        [.. experts], sponsorships, Today);

    /// <summary>Somebody of ours who knows one topic, confirmed lately, in a département.</summary>
    public static NetworkExpert Somebody(int id, int topic = OutsidePlacement, string department = "93", int ceiling = 4, bool confirmed = true)
        => new(id, $"Experte {id}", 1000 + id, 100 + id, null, "Éducatrice", $"CHRS {id}", "Ville", department, [], "", ceiling, null, false, null, [],
            [new(topic, ExpertiseLevel.Practises, null, Today.AddDays(-30), confirmed ? Today.AddDays(-20) : null, confirmed ? Proof.Head : null, null)]);
}
