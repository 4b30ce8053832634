using Intranet.Shared;

namespace Intranet.Reminders;

/// <summary>What waits for a recipient, and what she was already written.</summary>
internal sealed class LetterCase
{
    public required int RecipientId { get; init; }
    public required LetterRhythm Rhythm { get; init; }

    /// <summary>Something was to do on the week's first working day already, or is nobody's in the reader's scope.</summary>
    public required bool HasOfTheWeek { get; init; }

    /// <summary>Something nobody answers for may be in the reader's scope.</summary>
    public required bool MayHaveOrphans { get; init; }

    /// <summary>Something was told to her that no letter said yet.</summary>
    public required bool HasNew { get; init; }

    /// <summary>Among it, something near or past its date (<see cref="LetterPlan.UrgentDays"/>).</summary>
    public required bool HasUrgent { get; init; }

    public required bool WasWrittenThisWeek { get; init; }
    public required bool WasWrittenToday { get; init; }
}

/// <summary>
/// Which letter leaves on a working day: the week's, the day's, or none; one at most a day and recipient. The week's leaves on its first
/// working day, or as soon as something runs again.
/// </summary>
internal static class LetterPlan
{
    /// <summary>A telling at this step or nearer doesn't wait for Monday.</summary>
    public const int UrgentDays = 7;

    /// <summary>Monday of the day's week, by which its weekly letter is known.</summary>
    public static DateOnly Week(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    /// <summary>The day on which the week's letters leave; what is told later in the week waits for the next one.</summary>
    public static DateOnly WeekOpens(DateOnly day) => WorkingDays.OnOrAfter(Week(day));

    public static LetterKind? Of(LetterCase one)
    {
        if (one.WasWrittenToday)
            return null;
        var isWeekly = (one.Rhythm == LetterRhythm.Weekly && one.HasOfTheWeek) || one.MayHaveOrphans;
        if (isWeekly && !one.WasWrittenThisWeek)
            return LetterKind.Weekly;
        return one.HasUrgent || (one.Rhythm == LetterRhythm.Daily && one.HasNew) ? LetterKind.Daily : null;
    }
}
