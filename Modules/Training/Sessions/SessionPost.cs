using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Training;

/// <summary>Puts letters about seats in the mailbox, with the caller's save. They wait for office hours, unless the session is within two days.</summary>
internal sealed class SessionPost(IntranetDb db, IMailbox mailbox, BusinessDay day, TimeProvider clock, HouseAddress house)
{
    private const int Soon = 2;

    /// <summary>One command. The session's half-days must be loaded; who has no known address is left out.</summary>
    /// <returns>How many letters leave.</returns>
    public async Task<int> TellAsync(TrainingSession session, IReadOnlyCollection<Enrolment> whom, SeatNews news, CancellationToken cancellation, int gone = 0)
        => await TellAsync(session, [.. whom.Select(w => (w, news))], cancellation, gone);

    /// <summary>The same, with news of their own for each.</summary>
    public async Task<int> TellAsync(TrainingSession session, IReadOnlyCollection<(Enrolment Who, SeatNews News)> whom, CancellationToken cancellation, int gone = 0)
    {
        if (whom.Count == 0)
            return 0;
        var people = await db.AddressesAsync([.. whom.Select(w => w.Who.PersonId).OfType<int>().Distinct()], cancellation);
        var now = clock.GetUtcNow().UtcDateTime;
        var count = 0;
        foreach (var (who, news) in whom)
        {
            var to = who.PersonId is { } id ? people.GetValueOrDefault(id) : who.GuestMail.Contains('@', StringComparison.Ordinal) ? new(who.GuestName, who.GuestMail) : null;
            if (to is null)
                continue;
            mailbox.Queue(SessionLetter.To(to.Mail, to.Name, session, who, news, house, now, gone) with { NotBefore = Leaves(session, now) });
            count++;
        }
        return count;
    }

    /// <summary>
    /// Tells who answers for somebody's team, or for the house that receives a partner's people, that a request waits; where that post is vacant or
    /// the asker's own, the one above. Of a guest of a session that no house receives, nobody is told. Two commands, with the caller's save.
    /// </summary>
    public async Task AskHeadsAsync(TrainingSession session, Enrolment who, string name, CancellationToken cancellation)
    {
        var (person, host, today) = (who.PersonId, session.EstablishmentId, day.Today);
        var heads = await db.Set<Post>().AsNoTracking().AsSingleQuery().Where(p => p.EstablishmentId != null && p.Level == PostLevel.Management && !p.IsServiceLine && p.ClosedOn == null)
            .Where(p => person == null ? p.EstablishmentId == host : db.Set<StaffMember>().Any(s => s.PersonId == person && s.EstablishmentId == p.EstablishmentId && s.From <= today && (s.To == null || s.To >= today)))
            .Select(p => new
            {
                Own = p.Holdings.Where(h => h.PersonId != person && h.From <= today && (h.To == null || h.To >= today)).Select(h => h.PersonId).ToList(),
                Above = p.Superior!.Holdings.Where(h => h.PersonId != person && h.From <= today && (h.To == null || h.To >= today)).Select(h => h.PersonId).ToList(),
            }).ToListAsync(cancellation);
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var head in (await db.AddressesAsync([.. heads.SelectMany(h => h.Own.Count > 0 ? h.Own : h.Above).Distinct()], cancellation)).Values)
            mailbox.Queue(SessionLetter.Asking(head.Mail, head.Name, session, name, house) with { NotBefore = Leaves(session, now) });
    }

    private DateTime Leaves(TrainingSession session, DateTime now) => session.From <= day.Today.AddDays(Soon) ? now : OfficeHours.OnOrAfter(now);

    /// <summary>What becomes of somebody who has just enrolled.</summary>
    public static SeatNews NewsOf(Enrolment who) => who.State switch
    {
        EnrolmentState.Seated => SeatNews.Seated,
        EnrolmentState.Waiting => SeatNews.Waiting,
        _ => SeatNews.Asked,
    };
}
