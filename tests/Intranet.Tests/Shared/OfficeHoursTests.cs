using Intranet.Shared;

namespace Intranet.Tests.Shared;

public class OfficeHoursTests
{
    [Theory]
    [InlineData("2026-11-23T09:30", "2026-11-23T09:30")]
    [InlineData("2026-11-23T07:59", "2026-11-23T08:00")]
    [InlineData("2026-11-23T18:00", "2026-11-24T08:00")]
    [InlineData("2026-11-22T12:00", "2026-11-23T08:00")] // a Sunday
    [InlineData("2026-04-30T19:00", "2026-05-04T08:00")] // then 1 May and a week-end
    [InlineData("2026-07-13T20:00", "2026-07-15T08:00")] // then 14 July, in summer time
    public void Letters_leave_in_office_hours_of_Paris(string wall, string expected)
        => Assert.Equal(Utc(expected), OfficeHours.OnOrAfter(Utc(wall)));

    private static DateTime Utc(string wall)
    {
        var time = DateTime.ParseExact(wall, "yyyy-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture);
        return Paris.ToUtc(DateOnly.FromDateTime(time), TimeOnly.FromDateTime(time));
    }
}
