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
        var ids = whom.Select(w => w.Who.PersonId).OfType<int>().Distinct().ToList();
        var people = ids.Count == 0 ? [] : await db.Set<Contacts.Person>().AsNoTracking().Where(p => ids.Contains(p.Id) && p.ErasedOn == null)
            .Select(p => new { p.Id, Name = p.FirstName + " " + p.LastName, Mail = p.Email != "" ? p.Email : db.Users.Where(a => a.PersonId == p.Id && a.DisabledAt == null).Select(a => a.Email).FirstOrDefault() ?? "" })
            .ToDictionaryAsync(p => p.Id, cancellation);
        var now = clock.GetUtcNow().UtcDateTime;
        var leaves = session.From <= day.Today.AddDays(Soon) ? now : OfficeHours.OnOrAfter(now);
        var count = 0;
        foreach (var (who, news) in whom)
        {
            var (name, mail) = who.PersonId is { } id ? people.TryGetValue(id, out var person) ? (person.Name.Trim(), person.Mail) : ("", "") : (who.GuestName, who.GuestMail);
            if (!mail.Contains('@', StringComparison.Ordinal))
                continue;
            mailbox.Queue(SessionLetter.To(mail, name, session, who, news, house, now, gone) with { NotBefore = leaves });
            count++;
        }
        return count;
    }

    /// <summary>What becomes of somebody who has just enrolled.</summary>
    public static SeatNews NewsOf(Enrolment who) => who.State switch
    {
        EnrolmentState.Seated => SeatNews.Seated,
        EnrolmentState.Waiting => SeatNews.Waiting,
        _ => SeatNews.Asked,
    };
}
