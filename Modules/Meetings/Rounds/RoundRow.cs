using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Meetings;

/// <summary>A round as lists show it.</summary>
internal sealed class RoundRow
{
    public required int Id { get; init; }
    public required string Title { get; init; }
    public required string Purpose { get; init; }
    public required DateOnly On { get; init; }
    public required int Version { get; init; }
    public required int PartnerId { get; init; }
    public required string Partner { get; init; }
    public required int Legs { get; init; }
    public required int Off { get; init; }
    public required int Drafts { get; init; }

    public int Open => Legs - Off;

    public (string Icon, string Tone, string Label) Look(DateOnly today) => this switch
    {
        { Open: 0 } => ("calendar-x", "", "Annulée"),
        { Drafts: > 0 } => ("pencil", "", "Brouillon"),
        _ when On < today => ("check", "is-ok", "Passée"),
        _ => ("calendar-event", "is-outline", "À venir"),
    };
}

/// <summary>A stop of a round: a meeting at one house.</summary>
internal sealed class LegRow
{
    public required int Id { get; init; }
    public required string Title { get; init; }
    public required int? StartMinute { get; init; }
    public required int Duration { get; init; }
    public required DateOnly? PlannedOn { get; init; }
    public required DateOnly? HeldOn { get; init; }
    public required DateOnly? ClosedOn { get; init; }
    public required DateOnly? PostponedOn { get; init; }
    public required DateOnly? CancelledOn { get; init; }
    public required int HouseId { get; init; }
    public required string House { get; init; }
    public required string Street { get; init; }
    public required string PostalCode { get; init; }
    public required string City { get; init; }
    public required string Phone { get; init; }
    public required List<LegPerson> People { get; init; }
    public required int Answers { get; init; }
    public required int Coming { get; init; }

    public MeetingState State => MeetingStates.Of(PlannedOn, HeldOn, ClosedOn, PostponedOn, CancelledOn);
    public bool IsOpen => State is MeetingState.Draft or MeetingState.Planned or MeetingState.Postponed;
    public TimeOnly? Start => StartMinute is { } minute ? TimeOnly.MinValue.AddMinutes(minute) : null;
    public string Hours => Start is { } start ? $"{French.Time(start)} – {French.Time(start.AddMinutes(Duration))}" : "heure à fixer";
    public string Address => string.Join(", ", new[] { Street, $"{PostalCode} {City}".Trim() }.Where(t => t.Length > 0));
    public IEnumerable<LegPerson> Hosts => People.Where(p => p.IsOurs);
    public IEnumerable<LegPerson> Visitors => People.Where(p => !p.IsOurs);
}

internal sealed record LegPerson(string Name, string Function, bool IsOurs);

internal static class RoundRows
{
    public static IQueryable<RoundRow> Rows(this IQueryable<VisitRound> rounds) => rounds.AsNoTracking().Select(r => new RoundRow
    {
        Id = r.Id,
        Title = r.Title,
        Purpose = r.Purpose,
        On = r.On,
        Version = r.Version,
        PartnerId = r.PartnerId,
        Partner = r.Partner!.Name,
        Legs = r.Legs.Count,
        Off = r.Legs.Count(l => l.CancelledOn != null),
        Drafts = r.Legs.Count(l => l.CancelledOn == null && l.PlannedOn == null),
    });

    /// <summary>Stops in the order of the day, as far as the reader may see them.</summary>
    public static IQueryable<LegRow> LegsOf(this IntranetDb db, CurrentUser user, int roundId)
        => from m in db.Set<Meeting>().AsNoTracking().InScope(db, user)
           where m.RoundId == roundId
           from link in m.Subject.Links
           where link.Role == LinkRole.Establishment
           join e in db.Set<Establishment>() on link.ToId equals e.Id
           orderby m.StartMinute ?? 2000, m.Id
           select new LegRow
           {
               Id = m.Id,
               Title = m.Title,
               StartMinute = m.StartMinute,
               Duration = m.Duration,
               PlannedOn = m.PlannedOn,
               HeldOn = m.HeldOn,
               ClosedOn = m.ClosedOn,
               PostponedOn = m.PostponedOn,
               CancelledOn = m.CancelledOn,
               HouseId = e.Id,
               House = link.To.Title,
               Street = e.Street,
               PostalCode = e.PostalCode,
               City = e.City,
               Phone = e.Phone,
               People = m.Participants.OrderBy(p => p.Id).Select(p => new LegPerson(p.Name, p.Function, p.PartnerId == null)).ToList(),
               Answers = db.Set<MeetingInvitation>().Count(i => i.MeetingId == m.Id && !i.IsCancelled && i.Answer != InvitationAnswer.None),
               Coming = db.Set<MeetingInvitation>().Count(i => i.MeetingId == m.Id && !i.IsCancelled && i.Answer == InvitationAnswer.Accepted),
           };
}
