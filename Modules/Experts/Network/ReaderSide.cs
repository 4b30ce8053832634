using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Experts;

/// <param name="TopicId">Of the answer.</param>
internal sealed record AnswerToRead(int Id, string Title, int TopicId);

/// <summary>Beside the network: where the reader works, and the published answers to read before asking.</summary>
/// <param name="House">The oldest of their jobs; null when they work nowhere.</param>
internal sealed record ReaderSide(int? House, string Department, IReadOnlyList<AnswerToRead> Answers)
{
    private const int MostAnswers = 3;

    /// <summary>One command: the house and the answers are joined to the reader.</summary>
    /// <param name="topics">On which answers are worth reading; the latest of all when none.</param>
    public static async Task<ReaderSide> ReadAsync(IntranetDb db, CurrentUser user, IReadOnlyCollection<int> topics, DateOnly today, CancellationToken cancellation)
    {
        var (me, person, all) = (user.Id, user.PersonId ?? 0, topics.Count == 0);
        var jobs = db.Set<StaffMember>().InPost(today).Where(s => s.PersonId == person).Select(s => new { Key = me, s.From, s.EstablishmentId, s.Establishment!.Department });
        var answers = db.Set<SharedAnswer>().Where(a => a.PublishedOn != null && a.WithdrawnOn == null && (all || topics.Contains(a.TopicId))).OrderByDescending(a => a.PublishedOn).ThenByDescending(a => a.Id).Take(MostAnswers)
            .Select(a => new { Key = me, a.Id, a.Title, a.TopicId, a.PublishedOn });
        var rows = await (from account in db.Users.AsNoTracking().Where(u => u.Id == me)
                          join job in jobs on account.Id equals job.Key into ofJob
                          from job in ofJob.DefaultIfEmpty()
                          join answer in answers on account.Id equals answer.Key into ofAnswer
                          from answer in ofAnswer.DefaultIfEmpty()
                          select new { From = (DateOnly?)job.From, House = (int?)job.EstablishmentId, job.Department, Id = (int?)answer.Id, answer.Title, TopicId = (int?)answer.TopicId }).ToListAsync(cancellation);
        var first = rows.Where(r => r.House is not null).OrderBy(r => r.From).ThenBy(r => r.House).FirstOrDefault();
        return new(first?.House, first?.Department ?? "", [.. rows.Where(r => r.Id is not null).DistinctBy(r => r.Id).OrderByDescending(r => r.Id).Select(r => new AnswerToRead(r.Id!.Value, r.Title, r.TopicId!.Value))]);
    }
}
