using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Training;

/// <summary>Takes or gives back a seat for who asks by themselves. Of several people on the last seat one has it, and the others wait: whoever comes second reads again.</summary>
internal sealed class Enrolling(IntranetDb db, SessionPost post, BusinessDay day, TimeProvider clock)
{
    private const int Tries = 8;

    /// <summary>Enrols; somebody already enrolled stays as they are.</summary>
    /// <returns>The session and the enrolment; null when there is no such session.</returns>
    /// <exception cref="BrokenRuleException">One can't enrol in it.</exception>
    public Task<(TrainingSession Session, Enrolment Who)?> EnrolAsync(int sessionId, Func<DateTime, Enrolment> who, CancellationToken cancellation)
        => RetryAsync(sessionId, async session =>
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var enrolment = who(now);
            if (session.Enrolments.FirstOrDefault(e => e.IsActive && e.IsSameAs(enrolment)) is { } known)
                return known;
            session.Enrol(enrolment, null, now, day.Today);
            await post.TellAsync(session, [enrolment], SessionPost.NewsOf(enrolment), cancellation);
            if (enrolment.State == EnrolmentState.Asked)
                await post.AskHeadsAsync(session, enrolment, enrolment.AskedBy, cancellation);
            await db.SaveAsync(session, cancellation);
            return enrolment;
        }, cancellation);

    /// <summary>Gives the person's seat back, and tells who moves up; null when they have none.</summary>
    public Task<(TrainingSession Session, Enrolment Who)?> WithdrawAsync(int sessionId, int personId, CancellationToken cancellation)
        => RetryAsync(sessionId, async session =>
        {
            if (session.Enrolments.FirstOrDefault(e => e.IsActive && e.PersonId == personId) is not { } own)
                return null;
            if (session.To < day.Today)
                throw new BrokenRuleException("Cette session est passée.");
            var up = session.Withdraw(own, day.Today, "", clock.GetUtcNow().UtcDateTime);
            await post.TellAsync(session, up, SeatNews.MovedUp, cancellation);
            await db.SaveAsync(session, cancellation);
            return own;
        }, cancellation);

    private async Task<(TrainingSession, Enrolment)?> RetryAsync(int sessionId, Func<TrainingSession, Task<Enrolment?>> act, CancellationToken cancellation)
    {
        for (var left = Tries; ; left--)
        {
            if (await db.FindSessionAsync(sessionId, cancellation) is not { } session)
                return null;
            try
            {
                return await act(session) is { } done ? (session, done) : null;
            }
            catch (DbUpdateConcurrencyException) when (left > 1)
            {
                db.ChangeTracker.Clear();
            }
        }
    }
}
