using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Experts;

/// <summary>What was answered already and looks like a question: read before asking.</summary>
/// <param name="IsShared">A published answer; else a request that the reader may see.</param>
internal sealed record SimilarAnswer(int Id, string Title, string Topic, DateOnly On, bool IsShared)
{
    public string Address => IsShared ? $"/appuis/reponses/{Id}" : $"/appuis/{Id}";
}

internal static class SimilarAnswers
{
    private const int Read = 60, Shown = 3, ShortestWord = 4;

    /// <summary>The nearest published answers and answered requests, on the topic or one near it, by the words that they share. Two commands.</summary>
    public static async Task<IReadOnlyList<SimilarAnswer>> FindAsync(IntranetDb db, CurrentUser user, Network network, int topicId, string question, DateOnly today, CancellationToken cancellation)
    {
        List<int> topics = [.. network.Within(network.Topic(topicId)?.ParentId ?? topicId)];
        var shared = await db.Set<SharedAnswer>().AsNoTracking().Where(a => a.PublishedOn != null && a.WithdrawnOn == null && topics.Contains(a.TopicId)).OrderByDescending(a => a.PublishedOn).Take(Read)
            .Select(a => new { a.Id, a.Title, a.TopicId, Topic = a.Topic!.Name, On = a.PublishedOn!.Value, Text = a.Title + " " + a.Question }).ToListAsync(cancellation);
        var requests = await db.Set<SupportRequest>().AsNoTracking().Readable(db, user, today).Where(r => r.CancelledOn == null && topics.Contains(r.TopicId) && r.Experts.Any(e => e.AnsweredOn != null))
            .OrderByDescending(r => r.AskedOn).Take(Read).Select(r => new { r.Id, r.Question, r.TopicId, Topic = r.Topic!.Name, r.AskedOn }).ToListAsync(cancellation);
        var words = WordsOf(question);
        return
        [
            .. shared.Select(a => (Found: new SimilarAnswer(a.Id, a.Title, a.Topic, a.On, true), Score: ScoreOf(a.Text, a.TopicId)))
                .Concat(requests.Select(r => (Found: new SimilarAnswer(r.Id, SupportRequest.Begin(r.Question), r.Topic, r.AskedOn, false), Score: ScoreOf(r.Question, r.TopicId))))
                .Where(s => s.Score > 0).GroupBy(s => s.Found.IsShared).OrderByDescending(g => g.Key)
                .SelectMany(g => g.OrderByDescending(s => s.Score).ThenByDescending(s => s.Found.On).Take(Shown)).Select(s => s.Found),
        ];

        // On the same topic, one word in common is enough; on a near one, it takes two.
        int ScoreOf(string text, int topic) => WordsOf(text).Count(words.Contains) + (topic == topicId ? 1 : 0) - 1;
    }

    // Long words without their end: plurals and genders are alike.
    private static HashSet<string> WordsOf(string text) => [.. Folding.Words(text).Where(w => w.Length >= ShortestWord).Select(w => w.Length > 6 ? w[..6] : w.TrimEnd('s'))];
}
