namespace Intranet.Shared;

/// <summary>Instants are kept in UTC and shown by the clocks of Paris.</summary>
public static class Paris
{
    /// <summary>Europe/Paris.</summary>
    public static TimeZoneInfo TimeZone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    /// <summary>The wall time in Paris at an instant.</summary>
    /// <param name="utc">An instant in UTC; a value without kind, as a database gives it, is taken as UTC.</param>
    /// <returns>A value without kind.</returns>
    /// <exception cref="ArgumentException">The value is of the server's local time, which no rule of ours uses.</exception>
    public static DateTime ToParis(DateTime utc)
    {
        if (utc.Kind == DateTimeKind.Local)
            throw new ArgumentException("An instant is expected in UTC, not in the server's time.", nameof(utc));

        return TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), TimeZone);
    }

    /// <summary>The day it is in Paris at an instant.</summary>
    /// <inheritdoc cref="ToParis"/>
    public static DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(ToParis(utc));

    /// <summary>The instant of a wall time in Paris.</summary>
    /// <param name="day">The day in Paris.</param>
    /// <param name="time">
    /// The time in Paris. In the hour that March skips, the hour after is meant; in the hour that October repeats, winter time.
    /// </param>
    /// <returns>An instant of kind UTC.</returns>
    public static DateTime ToUtc(DateOnly day, TimeOnly time)
    {
        var wall = day.ToDateTime(time);
        if (TimeZone.IsInvalidTime(wall))
            wall = wall.AddHours(1);

        return TimeZoneInfo.ConvertTimeToUtc(wall, TimeZone);
    }
}
