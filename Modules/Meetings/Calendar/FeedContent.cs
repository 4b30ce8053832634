using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Meetings;

/// <summary>What a personal calendar holds: the meetings that its person takes part in, the permanences that they hold, and what other modules add (<see cref="ICalendarSource"/>).</summary>
internal static class FeedContent
{
    private const int DaysBehind = 90;
    private const int DaysAhead = 365;

    /// <summary>The open feed under this secret; none once it is withdrawn, its person has left, or their account is closed.</summary>
    public static IQueryable<CalendarFeed> Open(IntranetDb db, string secret, DateOnly today)
    {
        var hash = CalendarFeed.HashOf(secret);
        return db.Set<CalendarFeed>().Where(f => f.Hash == hash && f.RevokedAt == null
            && f.Person!.ErasedOn == null && f.Person.MergedIntoId == null && (f.Person.DepartedOn == null || f.Person.DepartedOn >= today)
            && (!db.Users.Any(a => a.PersonId == f.PersonId) || db.Users.Any(a => a.PersonId == f.PersonId && a.DisabledAt == null)));
    }

    /// <summary>Two commands, and one for each of the other modules.</summary>
    public static async Task<IReadOnlyList<CalendarEvent>> ReadAsync(IntranetDb db, IEnumerable<ICalendarSource> others, int personId, HouseAddress house, DateOnly today, CancellationToken cancellation)
    {
        var (from, to) = (today.AddDays(-DaysBehind), today.AddDays(DaysAhead));
        var meetings = await db.Set<Meeting>().Where(m => m.PlannedOn != null && m.CancelledOn == null && m.PostponedOn == null && !m.IsApproximate && m.On >= from
                && m.Participants.Any(p => p.PersonId == personId && p.Attendance != Attendance.Excused))
            .OrderBy(m => m.On).ThenBy(m => m.StartMinute).ThenBy(m => m.Id).Told(db).ToListAsync(cancellation);
        var series = await db.Set<MeetingSeries>().AsNoTracking().Where(s => s.Post!.Holdings.Any(h => h.PersonId == personId) && (s.To == null || s.To >= from))
            .OrderBy(s => s.Id).Select(s => new
            {
                Series = s,
                Exceptions = s.Exceptions.ToList(),
                Partner = s.Partner!.Name,
                s.Partner.Departments,
                Held = s.Post!.Holdings.Where(h => h.PersonId == personId).ToList(),
            }).ToListAsync(cancellation);
        List<CalendarEvent> more = [];
        foreach (var other in others)
            more.AddRange(await other.ReadAsync(db, personId, house, from, to, cancellation));
        return
        [
            .. meetings.Select(m => m.Event(house, m.Sequence)),
            .. series.SelectMany(s => Occurrences.Between(s.Series, s.Exceptions, Occurrences.HolidaysOf(s.Departments), from, to)
                .Where(o => o.TakesPlace && s.Held.Exists(h => h.IsOn(o.On)))
                .Select(o => SeriesEvent(s.Series, s.Partner, o, house))),
            .. more,
        ];
    }

    private static CalendarEvent SeriesEvent(MeetingSeries series, string partner, Occurrence occurrence, HouseAddress house)
        => new($"permanence-{series.Id}-{occurrence.PlannedOn:yyyyMMdd}@passerelle", series.Title, occurrence.On, series.Start, TimeSpan.FromMinutes(series.Duration))
        {
            Place = series.Place.Length > 0 ? series.Place : partner,
            Description = $"{Labels.Of(series.Kind)} : {partner}",
            Organizer = new CalendarContact(Organisation.Name, house.Mail),
        };
}
