using Intranet.Shared;

namespace Intranet.Reminders;

/// <summary>At which step a due date stands.</summary>
internal static class Steps
{
    /// <summary>Of the steps already reached, the most urgent; null before the first. The order of <see cref="ReminderRule.Steps"/> doesn't matter.</summary>
    public static int? Reached(ReminderRule rule, DateOnly due, DateOnly today)
    {
        var left = due.DayNumber - today.DayNumber;
        return rule.Steps.Where(step => left <= step).Select(step => (int?)step).Min();
    }
}
