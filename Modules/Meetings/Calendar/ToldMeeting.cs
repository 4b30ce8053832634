using System.Security.Cryptography;
using System.Text;
using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Meetings;

/// <summary>What others are told of a meeting: title, kind, time, place, who meets. Neither minutes nor agenda.</summary>
internal sealed class ToldMeeting
{
    public required int Id { get; init; }
    public required string Title { get; init; }
    public required string Kind { get; init; }
    public required MeetingMode Mode { get; init; }
    public required DateOnly On { get; init; }
    public required bool IsApproximate { get; init; }
    public required int? StartMinute { get; init; }
    public required int Duration { get; init; }
    public required string WrittenPlace { get; init; }
    public required bool IsPlanned { get; init; }
    public required bool IsHeld { get; init; }
    public required bool IsPostponed { get; init; }
    public required bool IsCancelled { get; init; }

    /// <summary>That of the last invitations.</summary>
    public required int Sequence { get; init; }
    public required List<ToldHouse> Houses { get; init; }
    public required List<string> Partners { get; init; }

    /// <summary>There is no day on which to expect anybody.</summary>
    public bool IsOff => IsCancelled || IsPostponed || IsApproximate;

    public TimeOnly? Start => StartMinute is { } minute ? TimeOnly.MinValue.AddMinutes(minute) : null;

    /// <summary>What was written, else where the mode leads.</summary>
    public string Place => WrittenPlace.Length > 0 ? WrittenPlace : Mode switch
    {
        MeetingMode.AtOurs => string.Join(" ; ", Houses.Select(h => h.Whole)),
        MeetingMode.AtTheirs => string.Join(" ; ", Partners),
        _ => Labels.Of(Mode),
    };

    /// <summary>« mardi 1er décembre 2026, de 14 h 30 à 16 h »</summary>
    public string When => Start is { } start ? $"{French.LongDate(On)}, de {French.Time(start)} à {French.Time(start.AddMinutes(Duration))}" : French.LongDate(On);

    public IEnumerable<string> Facts
    {
        get
        {
            yield return $"Quand : {When}";
            yield return $"Où : {Place}";
            yield return $"Nature : {Kind}, {Labels.Of(Mode).ToLowerInvariant()}";
            if (Houses.Count > 0)
                yield return $"Pour nous : {French.List(Houses.Select(h => h.Name))}";
            if (Partners.Count > 0)
                yield return $"Avec : {French.List(Partners)}";
        }
    }

    public CalendarEvent Event(HouseAddress house, int sequence) => new($"rencontre-{Id}@passerelle", Title, On, Start, TimeSpan.FromMinutes(Duration))
    {
        Sequence = sequence,
        Place = Place,
        Description = string.Join('\n', Facts.Skip(2)),
        Address = WrittenPlace.StartsWith("https://", StringComparison.OrdinalIgnoreCase) && !WrittenPlace.Contains(' ') ? WrittenPlace : "",
        IsCancelled = IsOff,
        Organizer = new CalendarContact(Organisation.Name, house.Mail),
    };

    /// <summary>Two hashes one after the other: of the time, and of the rest; the same as what was told means that nothing is to be told.</summary>
    public string Print => IsOff ? "off" : Hash($"{On:O}|{StartMinute}|{Duration}") + Hash($"{Title}|{Place}|{string.Join('\n', Facts.Skip(2))}");

    /// <summary>Whether the time is another one than what was told under this print.</summary>
    public bool IsAtAnotherTime(string told) => told.Length > 0 && (told.Length != Print.Length || told[..HashLength] != Print[..HashLength]);

    private const int HashLength = 32;

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..HashLength];
}

/// <summary>A house of ours and where it is.</summary>
internal sealed record ToldHouse(string Name, string Street, string PostalCode, string City)
{
    public string Whole => string.Join(", ", new[] { Name, Street, $"{PostalCode} {City}".Trim() }.Where(t => t.Length > 0));
}

internal static class ToldMeetings
{
    public static IQueryable<ToldMeeting> Told(this IQueryable<Meeting> meetings, IntranetDb db) => meetings.AsNoTracking().Select(m => new ToldMeeting
    {
        Id = m.Id,
        Title = m.Title,
        Kind = m.Kind.Label,
        Mode = m.Mode,
        On = m.On,
        IsApproximate = m.IsApproximate,
        StartMinute = m.StartMinute,
        Duration = m.Duration,
        WrittenPlace = m.Place,
        IsPlanned = m.PlannedOn != null,
        IsHeld = m.HeldOn != null,
        IsPostponed = m.PostponedOn != null,
        IsCancelled = m.CancelledOn != null,
        Sequence = db.Set<MeetingNotice>().Where(n => n.MeetingId == m.Id).Select(n => n.Sequence).FirstOrDefault(),
        Houses = (from l in m.Subject.Links
                  where l.Role == LinkRole.Establishment
                  join e in db.Set<Establishment>() on l.ToId equals e.Id
                  orderby l.To.Title, l.ToId
                  select new ToldHouse(l.To.Title, e.Street, e.PostalCode, e.City)).ToList(),
        Partners = m.Subject.Links.Where(l => l.Role == LinkRole.Partner).OrderBy(l => l.To.Title).ThenBy(l => l.ToId).Select(l => l.To.Title).ToList(),
    });
}
