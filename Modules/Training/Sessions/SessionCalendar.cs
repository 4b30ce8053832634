using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Training;

/// <summary>The half-days of a session as events of a calendar: the n-th keeps its name when it moves.</summary>
internal static class SessionCalendar
{
    public static IEnumerable<SessionSlot> InOrder(TrainingSession session) => session.Slots.OrderBy(s => s.On).ThenBy(s => s.StartMinute);

    /// <param name="sequence">Grows each time that the session is told anew: its version.</param>
    public static IEnumerable<CalendarEvent> Events(TrainingSession session, HouseAddress house, int sequence, bool isOff = false)
    {
        var slots = InOrder(session).ToList();
        return slots.Select((slot, i) => new CalendarEvent(Uid(session.Id, i + 1), slots.Count == 1 ? session.Title : $"{session.Title} ({i + 1} sur {slots.Count})", slot.On, slot.Start, TimeSpan.FromMinutes(slot.Duration))
        {
            Sequence = sequence,
            Place = session.Place.Length > 0 ? session.Place : session.IsRemote ? "À distance" : "",
            Description = string.Join('\n', new[] { session.Trainer.Length > 0 ? $"Avec : {session.Trainer}" : "", session.Notes }.Where(t => t.Length > 0)),
            Address = session.IsRemote && session.Place.StartsWith("https://", StringComparison.OrdinalIgnoreCase) && !session.Place.Contains(' ') ? session.Place : $"{house.Web}/formations/sessions/{session.Id}",
            IsCancelled = isOff || session.CancelledOn is not null,
            Organizer = new CalendarContact(Organisation.Name, house.Mail),
        });
    }

    /// <summary>The file that goes with a letter; told before the save that makes the version grow.</summary>
    /// <param name="gone">Half-days taken off, counted from the end.</param>
    public static MailAttachment Attach(TrainingSession session, HouseAddress house, DateTime stamp, bool isOff, int gone)
    {
        var sequence = session.Version + 1;
        var events = Events(session, house, sequence, isOff).ToList();
        var count = events.Count;
        for (var i = 1; i <= gone; i++)
            events.Add(new CalendarEvent(Uid(session.Id, count + i), session.Title, session.To, null, TimeSpan.Zero) { Sequence = sequence, IsCancelled = true, Organizer = events[0].Organizer });
        return new("formation.ics", "text/calendar; method=PUBLISH", CalendarFile.Write(CalendarMethod.Publish, events, stamp));
    }

    private static string Uid(int sessionId, int number) => $"formation-{sessionId}-{number}@passerelle";
}

/// <summary>The sessions in which somebody has a seat, in their personal calendar.</summary>
internal sealed class SessionsInCalendar : ICalendarSource
{
    public async Task<IReadOnlyList<CalendarEvent>> ReadAsync(IntranetDb db, int personId, HouseAddress house, DateOnly from, DateOnly to, CancellationToken cancellation)
    {
        var sessions = await db.Set<TrainingSession>().AsNoTracking().Include(s => s.Slots)
            .Where(s => s.CancelledOn == null && s.To >= from && s.From <= to && s.Enrolments.Any(e => e.PersonId == personId && e.SeatedAt != null && e.WithdrawnOn == null && e.RefusedOn == null))
            .OrderBy(s => s.From).ThenBy(s => s.Id).ToListAsync(cancellation);
        return [.. sessions.SelectMany(s => SessionCalendar.Events(s, house, s.Version))];
    }
}
