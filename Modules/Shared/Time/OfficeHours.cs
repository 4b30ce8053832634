namespace Intranet.Shared;

/// <summary>When letters leave: between 8:00 and 18:00 in Paris, on working days (rules.md, "Reminders carry").</summary>
public static class OfficeHours
{
    private static readonly TimeOnly Opening = new(8, 0);
    private static readonly TimeOnly Closing = new(18, 0);

    /// <summary>The instant itself when it falls in office hours, else the next opening.</summary>
    /// <param name="utc">Real time, in UTC.</param>
    /// <returns>An instant in UTC, for <see cref="OutgoingMail.NotBefore"/>.</returns>
    public static DateTime OnOrAfter(DateTime utc)
    {
        var wall = Paris.ToParis(utc);
        var (day, time) = (DateOnly.FromDateTime(wall), TimeOnly.FromDateTime(wall));
        if (!WorkingDays.IsWorkingDay(day) || time >= Closing)
            return Paris.ToUtc(WorkingDays.Next(day), Opening);
        return time < Opening ? Paris.ToUtc(day, Opening) : utc;
    }
}
