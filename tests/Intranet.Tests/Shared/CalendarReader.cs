using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Intranet.Tests.Shared;

/// <summary>
/// A strict reader of iCalendar files, written from the grammar of RFC 5545 and the tables of RFC 5546, knowing nothing of our writer.
/// It refuses what a strict program would refuse, and says which rule is broken.
/// </summary>
internal sealed partial class CalendarReader
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    public static Component Read(byte[] file)
    {
        var lines = Unfold(file).Select(Property.Parse).ToList();
        var open = new Stack<Component>();
        Component? calendar = null;
        foreach (var line in lines)
        {
            if (calendar is not null)
                throw new FormatException("Something follows END:VCALENDAR.");
            if (line.Name == "BEGIN")
            {
                open.Push(new Component(line.Value));
            }
            else if (line.Name == "END")
            {
                var closed = open.Pop();
                if (closed.Name != line.Value)
                    throw new FormatException($"END:{line.Value} closes {closed.Name}.");
                if (open.Count == 0)
                    calendar = closed;
                else
                    open.Peek().Components.Add(closed);
            }
            else
            {
                open.Peek().Properties.Add(line);
            }
        }
        if (calendar is not { Name: "VCALENDAR" })
            throw new FormatException("Not one whole VCALENDAR.");
        Check(calendar);
        return calendar;
    }

    /// <summary>3.1: lines end in CR LF, hold at most 75 octets, and go on after a fold and one white space.</summary>
    private static List<string> Unfold(byte[] file)
    {
        var lines = new List<List<byte>>();
        var start = 0;
        while (start < file.Length)
        {
            var end = Array.IndexOf(file, (byte)'\r', start);
            if (end < 0 || end + 1 >= file.Length || file[end + 1] != (byte)'\n')
                throw new FormatException("A line doesn't end in CR LF.");
            var line = file[start..end];
            if (line.Length > 75)
                throw new FormatException($"A line of {line.Length} octets.");
            if (line.Length == 0)
                throw new FormatException("An empty line.");
            // By itself too: a fold inside a character leaves two pieces that aren't UTF-8.
            Strict.GetString(line);
            if (line[0] is (byte)' ' or (byte)'\t')
                lines[^1].AddRange(line[1..]);
            else
                lines.Add([.. line]);
            start = end + 2;
        }
        return [.. lines.Select(l => Strict.GetString([.. l]))];
    }

    private static void Check(Component calendar)
    {
        Once(calendar, "VERSION", "PRODID");
        Require(calendar["VERSION"].Value == "2.0", "VERSION is 2.0");
        AtMostOnce(calendar, "CALSCALE", "METHOD");
        var zones = calendar.Components.Where(c => c.Name == "VTIMEZONE").Select(z => z["TZID"].Value).ToList();
        foreach (var zone in calendar.Components.Where(c => c.Name == "VTIMEZONE"))
        {
            Once(zone, "TZID");
            Require(zone.Components.Count > 0, "a zone has rules");
            foreach (var rule in zone.Components)
                Once(rule, "DTSTART", "TZOFFSETFROM", "TZOFFSETTO");
        }
        var method = calendar.All("METHOD").SingleOrDefault()?.Value;
        foreach (var what in calendar.Components.Where(c => c.Name == "VEVENT"))
            CheckEvent(what, zones, method);
        foreach (var known in calendar.Components)
            Require(known.Name is "VTIMEZONE" or "VEVENT", $"known component {known.Name}");
    }

    private static void CheckEvent(Component what, List<string> zones, string? method)
    {
        Once(what, "UID", "DTSTAMP", "DTSTART");
        AtMostOnce(what, "CLASS", "CREATED", "DESCRIPTION", "GEO", "LAST-MODIFIED", "LOCATION", "ORGANIZER", "PRIORITY", "SEQUENCE", "STATUS", "SUMMARY", "TRANSP", "URL", "DTEND", "DURATION");
        Require(what.All("DTEND").Count == 0 || what.All("DURATION").Count == 0, "DTEND or DURATION, not both");
        Require(UtcTime().IsMatch(what["DTSTAMP"].Value), "DTSTAMP is in UTC");
        foreach (var time in what.Properties.Where(p => p.Name is "DTSTART" or "DTEND"))
        {
            if (time.Parameters.GetValueOrDefault("VALUE") == "DATE")
                DateOnly.ParseExact(time.Value, "yyyyMMdd", CultureInfo.InvariantCulture);
            else
                DateTime.ParseExact(time.Value, "yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);
            if (time.Parameters.TryGetValue("TZID", out var zone))
                Require(zones.Contains(zone), $"the zone {zone} is in the file");
        }
        if (what.All("DTEND") is [var end])
        {
            Require(end.Parameters.GetValueOrDefault("VALUE") == what["DTSTART"].Parameters.GetValueOrDefault("VALUE"), "start and end of one type");
            Require(string.CompareOrdinal(end.Value, what["DTSTART"].Value) > 0, "the end comes after the start");
        }
        if (what.All("STATUS") is [var status])
            Require(status.Value is "TENTATIVE" or "CONFIRMED" or "CANCELLED", "a STATUS of an event");
        foreach (var who in what.Properties.Where(p => p.Name is "ORGANIZER" or "ATTENDEE"))
        {
            Require(MailAddress().IsMatch(who.Value), $"an address: {who.Value}");
            Require(who.Parameters.GetValueOrDefault("PARTSTAT", "NEEDS-ACTION") is "NEEDS-ACTION" or "ACCEPTED" or "DECLINED" or "TENTATIVE", "a PARTSTAT");
            Require(who.Parameters.GetValueOrDefault("RSVP", "FALSE") is "TRUE" or "FALSE", "RSVP is a boolean");
        }
        // RFC 5546, 3.2.
        if (method is not null)
            Once(what, "ORGANIZER");
        if (method == "PUBLISH")
            Require(what.All("ATTENDEE").Count == 0, "a published event has no ATTENDEE");
        if (method is "REQUEST" or "CANCEL")
            Require(what.All("ATTENDEE").Count > 0, $"{method} names its ATTENDEE");
        if (method == "REQUEST")
            Once(what, "SUMMARY", "SEQUENCE");
        if (method == "CANCEL")
        {
            Once(what, "SEQUENCE");
            Require(what["STATUS"].Value == "CANCELLED", "a cancellation says CANCELLED");
        }
    }

    private static void Once(Component component, params string[] names)
    {
        foreach (var name in names)
            Require(component.All(name).Count == 1, $"{component.Name} has one {name}");
    }

    private static void AtMostOnce(Component component, params string[] names)
    {
        foreach (var name in names)
            Require(component.All(name).Count <= 1, $"{component.Name} has at most one {name}");
    }

    private static void Require(bool kept, string rule)
    {
        if (!kept)
            throw new FormatException($"Broken: {rule}.");
    }

    [GeneratedRegex(@"^\d{8}T\d{6}Z$")]
    private static partial Regex UtcTime();

    [GeneratedRegex(@"^mailto:[^\s@<>""]+@[^\s@<>""]+$", RegexOptions.IgnoreCase)]
    private static partial Regex MailAddress();

    internal sealed class Component(string name)
    {
        public string Name { get; } = name;
        public List<Property> Properties { get; } = [];
        public List<Component> Components { get; } = [];

        public Property this[string property] => All(property) is [var only] ? only : throw new FormatException($"{Name} has not one {property}.");

        public List<Property> All(string property) => [.. Properties.Where(p => p.Name == property)];

        public IEnumerable<Component> Events => Components.Where(c => c.Name == "VEVENT");
    }

    internal sealed partial record Property(string Name, IReadOnlyDictionary<string, string> Parameters, string Value)
    {
        /// <summary>3.1: name *(";" param ) ":" value; a value between quotes may hold ":", ";" and ",".</summary>
        public static Property Parse(string line)
        {
            if (Grammar().Match(line) is not { Success: true } match)
                throw new FormatException($"Not a content line: {line}");
            var parameters = match.Groups["param"].Captures.Select(c => c.Value.Split('=', 2))
                .ToDictionary(p => p[0].ToUpperInvariant(), p => p[1].Length > 1 && p[1][0] == '"' ? p[1][1..^1] : p[1]);
            return new Property(match.Groups["name"].Value.ToUpperInvariant(), parameters, match.Groups["value"].Value);
        }

        /// <summary>3.3.11: what TEXT says; a backslash, a semicolon or a comma standing alone is refused.</summary>
        public string Text
        {
            get
            {
                var text = new StringBuilder();
                for (var i = 0; i < Value.Length; i++)
                {
                    if (Value[i] is ';' or ',')
                        throw new FormatException($"A bare {Value[i]} in {Name}.");
                    text.Append(Value[i] != '\\' ? Value[i] : (i + 1 < Value.Length ? Value[++i] : ' ') switch
                    {
                        'n' or 'N' => '\n',
                        '\\' or ';' or ',' => Value[i],
                        _ => throw new FormatException($"An unknown escape in {Name}."),
                    });
                }
                return text.ToString();
            }
        }

        [GeneratedRegex("""^(?<name>[A-Za-z0-9-]+)(?:;(?<param>[A-Za-z0-9-]+=(?:"[^"\x00-\x08\x0A-\x1F\x7F]*"|[^";:,\x00-\x08\x0A-\x1F\x7F]*)))*:(?<value>[^\x00-\x08\x0A-\x1F\x7F]*)\z""")]
        private static partial Regex Grammar();
    }
}
