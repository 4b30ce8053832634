using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Experts;

/// <summary>What a request gives to start from: its topic, its question and its answers, names taken out.</summary>
internal sealed record AnswerDraft(int RequestId, int TopicId, string Title, string Question, string Text)
{
    private const int LongestTitle = 120;

    /// <summary>Null when the reader may not read the request. Two commands.</summary>
    public static async Task<AnswerDraft?> OfAsync(IntranetDb db, CurrentUser user, int requestId, DateOnly today, CancellationToken cancellation)
    {
        var request = await db.Set<SupportRequest>().AsNoTracking().Where(r => r.Id == requestId).Readable(db, user, today).Select(r => new
        {
            r.Id,
            r.TopicId,
            r.Question,
            Asker = r.Person!.FirstName + " " + r.Person.LastName,
            House = r.Establishment!.Subject.Title,
            Place = r.Establishment.Name,
            Experts = r.Experts.Select(e => e.Expert!.Name).ToList(),
            Mentioned = r.Mentions.Select(m => m.Person!.FirstName + " " + m.Person.LastName).ToList(),
        }).AsSplitQuery().FirstOrDefaultAsync(cancellation);
        if (request is null)
            return null;
        var messages = await db.Set<SupportMessage>().AsNoTracking().Where(m => m.RequestId == requestId).OrderBy(m => m.At).ThenBy(m => m.Id).Select(m => new { m.Kind, m.Text, m.Author }).ToListAsync(cancellation);
        List<string> names = [request.Asker, .. request.Experts, .. request.Mentioned, .. messages.Select(m => m.Author), request.House, request.Place];
        var question = NamesOut.Of(request.Question, names);
        var text = NamesOut.Of(string.Join("\n\n", messages.Where(m => m.Kind != MessageKind.Message).Select(m => m.Text)), names);
        return new(request.Id, request.TopicId, Cut(question.Split('\n')[0], LongestTitle), Cut(question, SupportRequest.LongestQuestion), Cut(text, SharedAnswer.LongestText));
    }

    private static string Cut(string text, int length) => text.Length <= length ? text : $"{text[..(length - 1)].TrimEnd()}…";
}
