using Intranet.Shared;

namespace Intranet.Reminders;

/// <summary>What waits for a recipient, and what she was already written.</summary>
internal sealed class LetterCase
{
    public required int RecipientId { get; init; }
    public required LetterRhythm Rhythm { get; init; }

    /// <summary>Something is to do, told or not.</summary>
    public required bool HasOpen { get; init; }

    /// <summary>Something was told to her that no letter said yet.</summary>
    public required bool HasNew { get; init; }

    /// <summary>Among it, something near or past its date (<see cref="LetterPlan.UrgentDays"/>).</summary>
    public required bool HasUrgent { get; init; }

    public required bool WasWrittenThisWeek { get; init; }
    public required bool WasWrittenToday { get; init; }
}

/// <summary>Which letter leaves on a working day: the week's, the day's, or none. One at most a day and recipient.</summary>
internal static class LetterPlan
{
    /// <summary>A telling at this step or nearer doesn't wait for Monday.</summary>
    public const int UrgentDays = 7;

    /// <summary>Monday of the day's week, by which its weekly letter is known.</summary>
    public static DateOnly Week(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    /// <summary>The week's letters leave on its first working day; later in the week when nobody was written then, because nothing ran.</summary>
    /// <param name="today">A working day.</param>
    /// <param name="written">Days on which letters of this week were written.</param>
    public static bool IsWeeklyDay(DateOnly today, IReadOnlyCollection<DateOnly> written)
        => today == WorkingDays.OnOrAfter(Week(today)) || written.Count == 0 || written.Contains(today);

    public static LetterKind? Of(LetterCase one, bool isWeeklyDay)
    {
        if (one.WasWrittenToday)
            return null;
        if (one.Rhythm == LetterRhythm.Weekly && isWeeklyDay && one.HasOpen && !one.WasWrittenThisWeek)
            return LetterKind.Weekly;
        return one.HasUrgent || (one.Rhythm == LetterRhythm.Daily && one.HasNew) ? LetterKind.Daily : null;
    }
}
