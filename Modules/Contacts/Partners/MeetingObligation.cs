using System.ComponentModel.DataAnnotations;

namespace Intranet.Contacts;

/// <summary>Where a followed partner stands with the meeting that is due at least once in its maximum delay.</summary>
public enum ObligationState
{
    [Display(Name = "Jamais vu")]
    NeverSeen = 1,

    [Display(Name = "En retard")]
    Late = 2,

    [Display(Name = "À prévoir")]
    Upcoming = 3,

    [Display(Name = "À jour")]
    UpToDate = 4,
}

/// <summary>
/// The annual obligation (rules.md, "Partners and the annual obligation"), a function of the last counting meeting and the day:
/// due = last + maximum delay, late from the day after.
/// </summary>
/// <param name="Due">The last day in time; the day itself for a partner never seen.</param>
public readonly record struct MeetingObligation(ObligationState State, DateOnly Due)
{
    /// <summary>Days before the due date from which the meeting is to be planned, whatever the wished delay.</summary>
    public const int UpcomingDays = 90;

    /// <param name="lastMet">Day of the last meeting that counts.</param>
    /// <param name="wishedMonths">Wished delay between meetings, 1 to 60.</param>
    /// <param name="maximumMonths">Maximum delay between meetings, 1 to 60.</param>
    public static MeetingObligation Of(DateOnly? lastMet, int wishedMonths, int maximumMonths, DateOnly today)
    {
        if (lastMet is not { } last)
            return new(ObligationState.NeverSeen, today);
        var due = last.AddMonths(maximumMonths);
        var state = due < today ? ObligationState.Late
            : last.AddMonths(wishedMonths) < today || due <= today.AddDays(UpcomingDays) ? ObligationState.Upcoming
            : ObligationState.UpToDate;
        return new(state, due);
    }

    /// <summary>
    /// For SQL, where adding months differs from one engine to another at the ends of months: for each delay from 0 to 60 months, the
    /// earliest day that is not yet past this one when the delay is added. A last meeting before it is out of time.
    /// </summary>
    public static DateOnly[] EarliestInTime(DateOnly day) => [.. Enumerable.Range(0, 61).Select(months => EarliestInTime(day, months))];

    private static DateOnly EarliestInTime(DateOnly day, int months)
    {
        // Going back from a day that the shorter month lacks gives that month's last day, which is one day too early.
        var back = day.AddMonths(-months);
        return back.AddMonths(months) < day ? back.AddDays(1) : back;
    }
}
