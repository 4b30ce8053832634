namespace Intranet.Shared;

/// <summary>What a module puts in somebody's personal calendar, beside their meetings.</summary>
public interface ICalendarSource
{
    /// <summary>One command; each event keeps its <see cref="CalendarEvent.Uid"/> for ever.</summary>
    Task<IReadOnlyList<CalendarEvent>> ReadAsync(IntranetDb db, int personId, HouseAddress house, DateOnly from, DateOnly to, CancellationToken cancellation);
}
