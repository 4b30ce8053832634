using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Intranet.Shared;
using static Intranet.Tests.Shared.CalendarReader;

namespace Intranet.Tests.Shared;

/// <summary>Calendar files, parsed back by a strict reader that shares nothing with the writer.</summary>
public class CalendarFileTests
{
    private static readonly DateTime Stamp = new(2026, 11, 23, 9, 30, 0, DateTimeKind.Utc);
    private static readonly CalendarContact House = new("Association Les Rives", "passerelle@lesrives.exemple");

    private static CalendarEvent Event(string title = "Rencontre annuelle", TimeOnly? start = null, bool wholeDay = false) => new("rencontre-17@passerelle", title, new(2026, 12, 1), wholeDay ? null : start ?? new(14, 30), TimeSpan.FromMinutes(90))
    {
        Sequence = 2,
        Place = "8 rue du Passage-à-Niveau, 93100 Montreuil",
        Description = "Avec le SPIP 93 ; ordre du jour\nen pièce jointe.",
        Organizer = House,
        Guests = [new CalendarGuest("Claire \"Mazères\"; CPIP: antenne, 93", "claire@spip.exemple")],
    };

    private static Component Read(string file) => CalendarReader.Read(Encoding.UTF8.GetBytes(file));

    [Fact]
    public void An_invitation_says_when_where_who_in_the_time_of_Paris()
    {
        var calendar = Read(CalendarFile.Write(CalendarMethod.Request, [Event()], Stamp));
        Assert.Equal("REQUEST", calendar["METHOD"].Value);
        var what = Assert.Single(calendar.Events);
        Assert.Equal(("20261201T143000", "Europe/Paris"), (what["DTSTART"].Value, what["DTSTART"].Parameters["TZID"]));
        Assert.Equal("20261201T160000", what["DTEND"].Value);
        Assert.Equal(("20261123T093000Z", "2", "CONFIRMED"), (what["DTSTAMP"].Value, what["SEQUENCE"].Value, what["STATUS"].Value));
        Assert.Equal("8 rue du Passage-à-Niveau, 93100 Montreuil", what["LOCATION"].Text);
        Assert.Equal("Avec le SPIP 93 ; ordre du jour\nen pièce jointe.", what["DESCRIPTION"].Text);
        Assert.Equal("mailto:passerelle@lesrives.exemple", what["ORGANIZER"].Value);
        var guest = what["ATTENDEE"];
        Assert.Equal("mailto:claire@spip.exemple", guest.Value);
        Assert.Equal(("Claire ’Mazères’; CPIP: antenne, 93", "NEEDS-ACTION", "FALSE"), (guest.Parameters["CN"], guest.Parameters["PARTSTAT"], guest.Parameters["RSVP"]));
    }

    [Fact]
    public void Without_an_hour_it_takes_the_day()
    {
        var what = Read(CalendarFile.Write(CalendarMethod.Request, [Event(wholeDay: true)], Stamp)).Events.Single();
        Assert.Equal(("20261201", "DATE"), (what["DTSTART"].Value, what["DTSTART"].Parameters["VALUE"]));
        Assert.Equal("20261202", what["DTEND"].Value);
    }

    [Fact]
    public void A_meeting_past_midnight_ends_the_next_day()
        => Assert.Equal("20261202T003000", Read(CalendarFile.Write(CalendarMethod.Request, [Event(start: new(23, 0))], Stamp)).Events.Single()["DTEND"].Value);

    [Fact]
    public void A_cancellation_is_cancelled_and_names_whom_it_is_for()
    {
        var what = Read(CalendarFile.Write(CalendarMethod.Cancel, [Event()], Stamp)).Events.Single();
        Assert.Equal("CANCELLED", what["STATUS"].Value);
        Assert.Equal("rencontre-17@passerelle", what["UID"].Value);
    }

    [Fact]
    public void A_subscription_names_nobody_and_may_be_empty()
    {
        Assert.Empty(Read(CalendarFile.Write(CalendarMethod.Publish, [Event()], Stamp, "Mes rencontres")).Events.Single().All("ATTENDEE"));
        Assert.Empty(Read(CalendarFile.Write(CalendarMethod.Publish, [], Stamp, "Mes rencontres")).Events);
    }

    [Fact]
    public void Any_text_comes_back_and_no_line_is_too_long() => Check.QuickThrowOnFailure(Prop.ForAll(ArbMap.Default.ArbFor<string>(), text =>
    {
        // Long and wide: accents, signs of three and four octets, everywhere a fold can fall.
        var title = string.Concat(Enumerable.Repeat((text ?? "") + "é—𝄞", 9));
        var what = Read(CalendarFile.Write(CalendarMethod.Request, [Event(title) with { Guests = [new CalendarGuest(title, "a+b@exemple.fr")] }], Stamp)).Events.Single();
        return what["SUMMARY"].Text == Kept(title);
    }));

    [Fact]
    public void Nothing_typed_starts_a_line_of_its_own()
    {
        const string attack = "a\r\nATTENDEE:mailto:b@c.d\r\nEND:VEVENT\u0000\u0007\u007f";
        var hostile = Event(attack) with { Place = attack, Guests = [new CalendarGuest(attack, "x@y.z\r\nURL:http://e.f")], Organizer = new CalendarContact(attack, "o@p.q") };
        var text = CalendarFile.Write(CalendarMethod.Request, [hostile], Stamp);
        Assert.DoesNotContain("\r\nATTENDEE:", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\r\nURL:", text, StringComparison.Ordinal);
    }

    /// <summary>The rules in the file give the offsets of the time zone itself, hour by hour where they change.</summary>
    [Theory]
    [InlineData(1998)]
    [InlineData(2026)]
    [InlineData(2027)]
    [InlineData(2040)]
    public void The_rules_of_Paris_are_those_of_Paris(int year)
    {
        var zone = Read(CalendarFile.Write(CalendarMethod.Publish, [], Stamp)).Components.Single();
        var summer = Onset(zone.Components.Single(c => c.Name == "DAYLIGHT"), year);
        var winter = Onset(zone.Components.Single(c => c.Name == "STANDARD"), year);
        for (var utc = new DateTime(year, 1, 1, 0, 0, 0, DateTimeKind.Utc); utc.Year == year; utc = utc.AddHours(1))
            Assert.Equal(Paris.TimeZone.GetUtcOffset(utc), utc >= summer.Utc && utc < winter.Utc ? summer.Offset : winter.Offset);
    }

    private static (DateTime Utc, TimeSpan Offset) Onset(Component rule, int year)
    {
        var parts = rule["RRULE"].Value.Split(';').Select(p => p.Split('=')).ToDictionary(p => p[0], p => p[1]);
        Assert.Equal(("YEARLY", "-1SU"), (parts["FREQ"], parts["BYDAY"]));
        var first = DateTime.ParseExact(rule["DTSTART"].Value, "yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);
        Assert.Equal(DayOfWeek.Sunday, first.DayOfWeek);
        Assert.Equal(int.Parse(parts["BYMONTH"], CultureInfo.InvariantCulture), first.Month);
        var day = new DateTime(year, first.Month, DateTime.DaysInMonth(year, first.Month), 0, 0, 0, DateTimeKind.Utc);
        while (day.DayOfWeek != DayOfWeek.Sunday)
            day = day.AddDays(-1);
        return (day + first.TimeOfDay - Offset(rule["TZOFFSETFROM"].Value), Offset(rule["TZOFFSETTO"].Value));
    }

    private static TimeSpan Offset(string text) => TimeSpan.FromHours(int.Parse(text[..3], CultureInfo.InvariantCulture)) + TimeSpan.FromMinutes(int.Parse(text[3..], CultureInfo.InvariantCulture));

    /// <summary>What a calendar can hold of a text: its lines, without control characters nor halves of signs.</summary>
    private static string Kept(string text)
    {
        var kept = new StringBuilder();
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value is '\n' or '\t' || !Rune.IsControl(rune))
                kept.Append(rune.ToString());
        }
        return kept.ToString();
    }
}
