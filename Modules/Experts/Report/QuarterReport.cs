using Intranet.Shared;

namespace Intranet.Experts;

/// <summary>A request of the quarter, as the report counts it; who asked and who answered are not in it.</summary>
/// <param name="AnsweredOn">Day of the first answer.</param>
/// <param name="Declined">Why experts said no.</param>
/// <param name="IsLeftOver">Nobody was found, or all said no.</param>
internal sealed record ReportedRequest(int TopicId, DateOnly AskedOn, DateOnly? AnsweredOn, bool? Helped, IReadOnlyList<string> Declined, bool IsLeftOver);

/// <summary>Requests on one topic.</summary>
/// <param name="MedianDays">Working days until the first answer; null under five answers, which would tell somebody's own delay.</param>
internal sealed record ReportLine(int TopicId, string Topic, MaskedCount Asked, decimal? MedianDays);

/// <summary>What the network lacks.</summary>
internal sealed record ReportGap(int TopicId, string Topic, string Why);

/// <summary>
/// The quarter's figures, nobody named: counts under five are masked, and a second one where a subtraction would give them back
/// (trade.md, "Masking"); delays by topic, never by person.
/// </summary>
internal sealed class QuarterReport
{
    private QuarterReport() { }

    public required Quarter Quarter { get; init; }
    public required MaskedCount Asked { get; init; }
    public required MaskedCount Answered { get; init; }
    public required MaskedCount Unanswered { get; init; }
    public required MaskedCount Helped { get; init; }
    public required MaskedCount NotHelped { get; init; }
    public required MaskedCount Unsaid { get; init; }
    public required decimal? MedianDays { get; init; }

    /// <summary>The most asked first.</summary>
    public required IReadOnlyList<ReportLine> Topics { get; init; }
    public required MaskedCount Declined { get; init; }

    /// <summary>In the words of those who declined, when five at least used the same; the others together.</summary>
    public required IReadOnlyList<(string Reason, MaskedCount Count)> Reasons { get; init; }
    public required IReadOnlyList<ReportGap> Gaps { get; init; }

    public bool HasMasked => Topics.Select(t => t.Asked).Concat([Asked, Answered, Unanswered, Helped, NotHelped, Unsaid, Declined]).Concat(Reasons.Select(r => r.Count)).Any(c => c.Mask != Mask.None);

    public static QuarterReport Of(Quarter quarter, IReadOnlyCollection<ReportedRequest> requests, Network network)
    {
        var topics = requests.GroupBy(r => r.TopicId).Select(g => (Id: g.Key, Name: network.Topic(g.Key)?.Name ?? "Thème inconnu", Requests: g.ToList()))
            .OrderByDescending(t => t.Requests.Count).ThenBy(t => t.Name, StringComparer.CurrentCulture).ToList();
        int[] ends = [requests.Count(r => r.AnsweredOn is not null && r.Helped == true), requests.Count(r => r.AnsweredOn is not null && r.Helped == false),
            requests.Count(r => r.AnsweredOn is not null && r.Helped is null), requests.Count(r => r.AnsweredOn is null)];
        var answers = ends[0] + ends[1] + ends[2];
        var asked = Masking.Sum([.. topics.Select(t => t.Requests.Count)], ends, [answers, ends[3]]);
        var (helped, not, unsaid) = (asked.Breakdowns[1][0], asked.Breakdowns[1][1], asked.Breakdowns[1][2]);
        var unanswered = asked.Breakdowns[1][3].Mask != Mask.None ? asked.Breakdowns[1][3] : asked.Breakdowns[2][1];
        var reasons = ReasonsOf(requests);
        var declined = Masking.Sum([reasons.Select(r => r.Count).ToArray()]);
        return new()
        {
            Quarter = quarter,
            Asked = asked.Total,
            Unanswered = unanswered,
            Answered = Rest(answers, asked.Breakdowns[2][0], unanswered),
            Helped = helped,
            NotHelped = not,
            Unsaid = unsaid,
            MedianDays = Median(requests),
            Topics = [.. topics.Select((t, i) => new ReportLine(t.Id, t.Name, asked.Breakdowns[0][i], Median(t.Requests)))],
            Declined = declined.Total,
            Reasons = [.. reasons.Select((r, i) => (r.Reason, declined.Breakdowns[0][i]))],
            Gaps = [.. topics.Select(t => (t.Id, t.Name, Why: GapOf(t.Id, t.Requests, network))).Where(t => t.Why.Length > 0).Select(t => new ReportGap(t.Id, t.Name, t.Why)).OrderBy(g => g.Topic, StringComparer.CurrentCulture)],
        };
    }

    // What is left of the total is masked with the other part, or it would give it back.
    private static MaskedCount Rest(int count, MaskedCount shown, MaskedCount other)
        => shown.Mask != Mask.None || other.Mask == Mask.None || count == 0 ? shown : new(null, Mask.Hidden);

    private static decimal? Median(IEnumerable<ReportedRequest> requests)
    {
        var days = requests.Where(r => r.AnsweredOn is not null).Select(r => Math.Max(0, WorkingDays.Count(r.AskedOn, r.AnsweredOn!.Value))).Order().ToList();
        return days.Count < Masking.Least ? null : (days[(days.Count - 1) / 2] + days[days.Count / 2]) / 2m;
    }

    private static List<(string Reason, int Count)> ReasonsOf(IEnumerable<ReportedRequest> requests)
    {
        var said = requests.SelectMany(r => r.Declined).GroupBy(Folding.Fold).Select(g => (Reason: g.First(), Count: g.Count())).OrderByDescending(g => g.Count).ThenBy(g => g.Reason, StringComparer.CurrentCulture).ToList();
        List<(string, int)> reasons = [.. said.Where(r => r.Count >= Masking.Least)];
        if (said.Where(r => r.Count < Masking.Least).Sum(r => r.Count) is var rest and > 0)
            reasons.Add((reasons.Count > 0 ? "Autres raisons" : "Raisons diverses", rest));
        return reasons;
    }

    private static string GapOf(int topicId, List<ReportedRequest> requests, Network network)
    {
        if (!network.InPost.Any(e => network.Knows(e, topicId)))
            return "Personne dans le réseau ne connaît ce thème.";
        return requests.Exists(r => r.IsLeftOver) ? "Des demandes n’ont trouvé personne." : "";
    }
}
