using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Intranet.Meetings;

/// <summary>The list's filter, as written in the address.</summary>
internal sealed class MeetingFilter
{
    [FromQuery(Name = "q")]
    public string? Text { get; set; }

    [FromQuery(Name = "etat")]
    public MeetingState? State { get; set; }

    [FromQuery(Name = "nature")]
    public int? Kind { get; set; }

    [FromQuery(Name = "partenaire")]
    public int? Partner { get; set; }

    [FromQuery(Name = "etablissement")]
    public int? Establishment { get; set; }

    [FromQuery(Name = "du")]
    public DateOnly? From { get; set; }

    [FromQuery(Name = "au")]
    public DateOnly? To { get; set; }

    [FromQuery(Name = "tri")]
    public string? Sort { get; set; }

    public int Count => new object?[] { Text, State, Kind, Partner, Establishment, From, To }.Count(v => v is not null and not "");

    public IQueryable<Meeting> Apply(IQueryable<Meeting> rows)
    {
        if (SearchTerms.Parse(Text) is { IsEmpty: false } terms)
            rows = rows.WhereMatches(terms, m => m.Subject.Folded);
        if (Kind is { } kind)
            rows = rows.Where(m => m.KindId == kind);
        if (Partner is { } partner)
            rows = rows.Where(m => m.Subject.Links.Any(l => l.Role == LinkRole.Partner && l.ToId == partner));
        if (Establishment is { } establishment)
            rows = rows.Where(m => m.Subject.Links.Any(l => l.Role == LinkRole.Establishment && l.ToId == establishment));
        if (From is { } from)
            rows = rows.Where(m => m.On >= from);
        if (To is { } to)
            rows = rows.Where(m => m.On <= to);
        if (State is { } state)
            rows = rows.Where(MeetingStates.In(state));
        return Sort switch
        {
            "date" => rows.OrderBy(m => m.On).ThenBy(m => m.Id),
            "titre" => rows.OrderBy(m => m.Title).ThenBy(m => m.Id),
            "-titre" => rows.OrderByDescending(m => m.Title).ThenByDescending(m => m.Id),
            _ => rows.OrderByDescending(m => m.On).ThenByDescending(m => m.Id),
        };
    }
}

/// <summary>One line of the list.</summary>
internal sealed class MeetingRow
{
    public required int Id { get; init; }
    public required string Title { get; init; }
    public required string Kind { get; init; }
    public required MeetingMode Mode { get; init; }
    public required DateOnly On { get; init; }
    public required bool IsApproximate { get; init; }
    public required int? StartMinute { get; init; }
    public required bool IsInternal { get; init; }
    public required DateOnly? PlannedOn { get; init; }
    public required DateOnly? PostponedOn { get; init; }
    public required DateOnly? HeldOn { get; init; }
    public required DateOnly? ClosedOn { get; init; }
    public required DateOnly? CancelledOn { get; init; }
    public required List<string> Partners { get; init; }
    public required List<string> Establishments { get; init; }

    /// <summary>Partners for whom it counts.</summary>
    public required int Counts { get; init; }

    public MeetingState State => MeetingStates.Of(PlannedOn, HeldOn, ClosedOn, PostponedOn, CancelledOn);
}

internal static class MeetingList
{
    public static IQueryable<MeetingRow> Rows(this IQueryable<Meeting> meetings) => meetings.Select(m => new MeetingRow
    {
        Id = m.Id,
        Title = m.Title,
        Kind = m.Kind.Label,
        Mode = m.Mode,
        On = m.On,
        IsApproximate = m.IsApproximate,
        StartMinute = m.StartMinute,
        IsInternal = m.IsInternal,
        PlannedOn = m.PlannedOn,
        PostponedOn = m.PostponedOn,
        HeldOn = m.HeldOn,
        ClosedOn = m.ClosedOn,
        CancelledOn = m.CancelledOn,
        Partners = m.Subject.Links.Where(l => l.Role == LinkRole.Partner).OrderBy(l => l.To.Title).Select(l => l.To.Title).ToList(),
        Establishments = m.Subject.Links.Where(l => l.Role == LinkRole.Establishment).OrderBy(l => l.To.Title).Select(l => l.To.Title).ToList(),
        Counts = m.Subject.Links.Count(l => l.Role == LinkRole.Met),
    });

    public static (string Icon, string Tone) Look(this MeetingState state) => state switch
    {
        MeetingState.Draft => ("pencil", ""),
        MeetingState.Planned => ("calendar-event", "is-outline"),
        MeetingState.Postponed => ("calendar-time", "is-warn"),
        MeetingState.Held => ("users", "is-info"),
        MeetingState.Closed => ("check", "is-ok"),
        MeetingState.Cancelled => ("calendar-x", ""),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Unknown state."),
    };

    /// <summary>The day, or the month when it is all that is known.</summary>
    public static string Day(DateOnly on, bool isApproximate) => isApproximate ? French.Month(on) : French.Date(on);
}
