using System.Globalization;
using System.Text;

namespace Intranet.Shared;

/// <summary>
/// Writes events as an iCalendar file (RFC 5545) that calendars accept as an invitation, a change, a cancellation or a subscription
/// (RFC 5546). Times are those of Paris, with its rules inside the file.
/// </summary>
public static class CalendarFile
{
    /// <summary>Content type of a subscription.</summary>
    public const string Type = "text/calendar; charset=utf-8";

    private const string Zone = "Europe/Paris";

    // The rules since 1996 (directive 2000/84/EC for those to come): nothing that we write is older.
    private static readonly string[] ParisRules =
    [
        "BEGIN:VTIMEZONE", $"TZID:{Zone}",
        "BEGIN:DAYLIGHT", "DTSTART:19960331T020000", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200", "TZNAME:CEST", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "END:DAYLIGHT",
        "BEGIN:STANDARD", "DTSTART:19961027T030000", "TZOFFSETFROM:+0200", "TZOFFSETTO:+0100", "TZNAME:CET", "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "END:STANDARD",
        "END:VTIMEZONE",
    ];

    /// <summary>The file that goes with a mail.</summary>
    /// <param name="stamp">Real time, UTC, at which it is told.</param>
    public static MailAttachment Attach(CalendarMethod method, CalendarEvent what, DateTime stamp)
        => new("invite.ics", $"text/calendar; method={Name(method)}", Write(method, [what], stamp));

    /// <summary>The whole file; its lines end in CR LF.</summary>
    /// <param name="stamp">Real time, UTC.</param>
    /// <param name="title">Name of a calendar that one subscribes to.</param>
    public static string Write(CalendarMethod method, IEnumerable<CalendarEvent> events, DateTime stamp, string title = "")
    {
        var file = new StringBuilder();
        Line("BEGIN:VCALENDAR");
        Line("VERSION:2.0");
        Line("PRODID:-//Passerelle//Rencontres//FR");
        Line("CALSCALE:GREGORIAN");
        Line($"METHOD:{Name(method)}");
        if (title.Length > 0)
        {
            // The second is what programmes of today read, the first what RFC 7986 made of it.
            Line($"NAME:{CalendarLine.Text(title)}");
            Line($"X-WR-CALNAME:{CalendarLine.Text(title)}");
            Line("REFRESH-INTERVAL;VALUE=DURATION:PT4H");
        }
        foreach (var rule in ParisRules)
            Line(rule);
        foreach (var what in events)
            Event(what);
        Line("END:VCALENDAR");
        return file.ToString();

        void Line(string line) => CalendarLine.Append(file, line);

        void Event(CalendarEvent what)
        {
            Line("BEGIN:VEVENT");
            Line($"UID:{CalendarLine.Text(what.Uid)}");
            Line(string.Create(CultureInfo.InvariantCulture, $"SEQUENCE:{what.Sequence}"));
            Line(string.Create(CultureInfo.InvariantCulture, $"DTSTAMP:{stamp:yyyyMMdd'T'HHmmss'Z'}"));
            foreach (var time in Times(what))
                Line(time);
            Line($"SUMMARY:{CalendarLine.Text(what.Title)}");
            if (what.Place.Length > 0)
                Line($"LOCATION:{CalendarLine.Text(what.Place)}");
            if (what.Description.Length > 0)
                Line($"DESCRIPTION:{CalendarLine.Text(what.Description)}");
            if (Uri.TryCreate(what.Address, UriKind.Absolute, out var address))
                Line($"URL:{address.AbsoluteUri}");
            Line($"ORGANIZER;CN={CalendarLine.Quoted(what.Organizer.Name)}:{CalendarLine.Mail(what.Organizer.Mail)}");
            foreach (var guest in method == CalendarMethod.Publish ? [] : what.Guests)
                Line(Guest(guest));
            Line(what.IsCancelled || method == CalendarMethod.Cancel ? "STATUS:CANCELLED" : "STATUS:CONFIRMED");
            // A day without hours doesn't make its reader busy.
            Line(what.Start is null ? "TRANSP:TRANSPARENT" : "TRANSP:OPAQUE");
            Line("END:VEVENT");
        }
    }

    private static IEnumerable<string> Times(CalendarEvent what)
    {
        if (what.Start is not { } start)
            return [Day("DTSTART", what.Day), Day("DTEND", what.Day.AddDays(1))];
        var wall = what.Day.ToDateTime(start);
        return [Time("DTSTART", wall), Time("DTEND", wall + what.Duration)];

        static string Day(string name, DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{name};VALUE=DATE:{day:yyyyMMdd}");
        static string Time(string name, DateTime wall) => string.Create(CultureInfo.InvariantCulture, $"{name};TZID={Zone}:{wall:yyyyMMdd'T'HHmmss}");
    }

    private static string Guest(CalendarGuest guest)
    {
        var answer = guest.Accepted switch { null => "NEEDS-ACTION", true => "ACCEPTED", false => "DECLINED" };
        return $"ATTENDEE;CN={CalendarLine.Quoted(guest.Name)};ROLE=REQ-PARTICIPANT;PARTSTAT={answer};RSVP={(guest.AsksReply ? "TRUE" : "FALSE")}:{CalendarLine.Mail(guest.Mail)}";
    }

    private static string Name(CalendarMethod method) => method switch
    {
        CalendarMethod.Publish => "PUBLISH",
        CalendarMethod.Request => "REQUEST",
        CalendarMethod.Cancel => "CANCEL",
        _ => throw new ArgumentOutOfRangeException(nameof(method), method, "Unknown method."),
    };
}
