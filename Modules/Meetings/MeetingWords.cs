using Intranet.Shared;

namespace Intranet.Meetings;

/// <summary>How a meeting is written on screens, sheets and letters.</summary>
internal static class MeetingWords
{
    /// <summary>« jeudi 3 décembre 2026, de 14 h à 16 h », or what is known of it.</summary>
    public static string When(this Meeting meeting) => meeting.IsApproximate ? French.Month(meeting.On)
        : French.LongDate(meeting.On) + (meeting.StartMinute is { } start ? $", de {Hour(start)} à {Hour(start + meeting.Duration)}" : "");

    /// <summary>« 14 h 30 »; a time past midnight is that of the next day.</summary>
    public static string Hour(int minute) => French.Time(TimeOnly.FromTimeSpan(TimeSpan.FromMinutes(minute % 1440)));

    /// <summary>« 1 h 30 », « 45 minutes ».</summary>
    public static string Length(int minutes) => minutes < 60 ? French.Count(minutes, "minute") : French.Time(new TimeOnly(minutes / 60, minutes % 60));

    /// <summary>Once a meeting was held, somebody only invited did not come.</summary>
    public static string Of(Attendance attendance, Meeting meeting) => attendance == Attendance.Invited && meeting.HeldOn is not null ? "Absent·e" : Labels.Of(attendance);

    public static (string Icon, string Tone) Look(this OutcomeKind kind) => kind switch
    {
        OutcomeKind.Decision => ("gavel", "is-primary"),
        OutcomeKind.Action => ("checklist", "is-info"),
        OutcomeKind.Finding => ("eye", ""),
        OutcomeKind.Need => ("hand-stop", "is-violet"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind."),
    };

    public static (string Icon, string Tone) Look(this ActionState state) => state switch
    {
        ActionState.Open => ("circle-dashed", "is-outline"),
        ActionState.Late => ("clock-exclamation", "is-bad"),
        ActionState.Done => ("circle-check", "is-ok"),
        ActionState.Dropped => ("ban", ""),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Unknown state."),
    };
}
