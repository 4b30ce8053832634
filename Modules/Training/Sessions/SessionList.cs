using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Training;

/// <summary>The filter of the sessions, as written in the address.</summary>
internal sealed class SessionFilter
{
    [FromQuery(Name = "formation")]
    public int? Course { get; set; }

    [FromQuery(Name = "etablissement")]
    public int? Establishment { get; set; }

    [FromQuery(Name = "partenaires")]
    public bool OpenToPartners { get; set; }

    /// <summary>« 2026-12 »: the month shown.</summary>
    [FromQuery(Name = "mois")]
    public string? Month { get; set; }

    public int Count => new object?[] { Course, Establishment, OpenToPartners ? "1" : null }.Count(v => v is not null);

    /// <summary>First day of the month shown; of this month when the address names none.</summary>
    public DateOnly First(DateOnly today)
        => DateOnly.TryParseExact($"{Month}-01", "yyyy-MM-dd", out var asked) && asked.Year is >= 1970 and <= 2100 ? asked : new DateOnly(today.Year, today.Month, 1);

    public IQueryable<TrainingSession> Apply(IQueryable<TrainingSession> rows)
    {
        if (Course is { } course)
            rows = rows.Where(s => s.CourseId == course);
        if (Establishment is { } establishment)
            rows = rows.Where(s => s.EstablishmentId == establishment);
        if (OpenToPartners)
            rows = rows.Where(s => s.IsOpenToPartners);
        return rows;
    }
}

/// <summary>One session, as lists show it: how many are enrolled, never who.</summary>
internal sealed class SessionRow
{
    public required int Id { get; init; }
    public required int CourseId { get; init; }
    public required string Title { get; init; }
    public required DateOnly From { get; init; }
    public required DateOnly To { get; init; }
    public required int Minutes { get; init; }
    public required string Place { get; init; }
    public required bool IsRemote { get; init; }
    public required string? Establishment { get; init; }
    public required int Capacity { get; init; }
    public required int Minimum { get; init; }
    public required int Seated { get; init; }
    public required int Waiting { get; init; }
    public required bool IsOpenToPartners { get; init; }
    public required bool IsJoint { get; init; }
    public required DateOnly? CancelledOn { get; init; }
    public required DateOnly? ClosedOn { get; init; }

    /// <summary>The reader's own enrolment is under way.</summary>
    public required bool IsMine { get; init; }

    /// <summary>The reader has a seat.</summary>
    public required bool HasSeat { get; init; }

    public int SeatsLeft => Math.Max(0, Capacity - Seated);

    /// <summary>« CHRS La Traverse · 7 h ».</summary>
    public string Where => string.Join(" · ", new[] { IsRemote ? "À distance" : Establishment ?? Place, Durations.Text(Minutes) }.Where(t => t.Length > 0));

    /// <summary>« 01/12/2026 », « du 01/12/2026 au 03/12/2026 ».</summary>
    public string When => SessionWords.Days(From, To);

    public (string Icon, string Tone, string Label) Badge(DateOnly today) => SessionWords.Badge(From, To, CancelledOn, ClosedOn, SeatsLeft, today);
}

internal static class SessionWords
{
    public static string Days(DateOnly from, DateOnly to) => from == to ? French.Date(from) : $"du {French.Date(from)} au {French.Date(to)}";

    /// <summary>What matters most of a session: it is off, closed, over, begun, full, or has seats left.</summary>
    public static (string Icon, string Tone, string Label) Badge(DateOnly from, DateOnly to, DateOnly? cancelledOn, DateOnly? closedOn, int left, DateOnly today)
        => cancelledOn is not null ? ("calendar-x", "", "Annulée")
        : closedOn is not null ? ("check", "is-ok", "Close")
        : to < today ? ("clipboard-check", "is-warn", "À clore")
        : from < today ? ("calendar-time", "is-info", "Commencée")
        : left == 0 ? ("circle-minus", "", "Complet")
        : ("circle-check", "is-ok", French.Count(left, "place"));

    /// <summary>« 1re », « 2e »: a place in the waiting list.</summary>
    public static string Rank(int place) => place == 1 ? "1re" : $"{French.Number(place)}e";

    /// <summary>« En liste d’attente, 2e ».</summary>
    public static string Standing(this TrainingSession session, Enrolment who) => session.WaitingPlace(who) is { } place ? $"En liste d’attente, {Rank(place)}" : Labels.Of(who.State);

    public static (string Icon, string Tone) Look(this EnrolmentState state) => state switch
    {
        EnrolmentState.Asked => ("hourglass", "is-warn"),
        EnrolmentState.Seated => ("circle-check", "is-ok"),
        EnrolmentState.Waiting => ("clock-pause", "is-info"),
        EnrolmentState.Refused => ("circle-x", "is-bad"),
        EnrolmentState.Withdrawn => ("circle-minus", ""),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Unknown state."),
    };
}

internal static class SessionList
{
    /// <param name="personId">Whose own enrolments are marked; 0 for nobody's.</param>
    public static IQueryable<SessionRow> Rows(this IQueryable<TrainingSession> sessions, int personId) => sessions.AsNoTracking().Select(s => new SessionRow
    {
        Id = s.Id,
        CourseId = s.CourseId,
        Title = s.Title,
        From = s.From,
        To = s.To,
        Minutes = s.Slots.Sum(t => t.Duration),
        Place = s.Place,
        IsRemote = s.IsRemote,
        Establishment = s.Establishment == null ? null : s.Establishment.Subject.Title,
        Capacity = s.Capacity,
        Minimum = s.Minimum,
        Seated = s.Enrolments.Count(e => e.SeatedAt != null && e.WithdrawnOn == null && e.RefusedOn == null),
        Waiting = s.Enrolments.Count(e => e.ApprovedAt != null && e.SeatedAt == null && e.WithdrawnOn == null && e.RefusedOn == null),
        IsOpenToPartners = s.IsOpenToPartners,
        IsJoint = s.Course!.Kind == CourseKind.Joint,
        CancelledOn = s.CancelledOn,
        ClosedOn = s.ClosedOn,
        IsMine = s.Enrolments.Any(e => e.PersonId == personId && e.WithdrawnOn == null && e.RefusedOn == null),
        HasSeat = s.Enrolments.Any(e => e.PersonId == personId && e.SeatedAt != null && e.WithdrawnOn == null && e.RefusedOn == null),
    });

    /// <summary>Those neither called off nor closed whose last day is not over, the nearest first.</summary>
    public static IQueryable<TrainingSession> Coming(this IQueryable<TrainingSession> sessions, DateOnly today)
        => sessions.Where(s => s.CancelledOn == null && s.ClosedOn == null && s.To >= today).OrderBy(s => s.From).ThenBy(s => s.Id);

    /// <summary>Their half-days from a day to the eve of another, in order.</summary>
    public static IQueryable<SlotInMonth> InMonth(this IQueryable<TrainingSession> sessions, DateOnly from, DateOnly end)
        => sessions.SelectMany(s => s.Slots, (s, t) => new { s.Id, s.Title, t.On, t.StartMinute, s.CancelledOn }).Where(t => t.On >= from && t.On < end)
            .OrderBy(t => t.On).ThenBy(t => t.StartMinute).ThenBy(t => t.Id).Select(t => new SlotInMonth(t.Id, t.Title, t.On, t.StartMinute, t.CancelledOn != null));
}

/// <summary>A half-day in the calendar of a month.</summary>
internal sealed record SlotInMonth(int SessionId, string Title, DateOnly On, int StartMinute, bool IsOff);
