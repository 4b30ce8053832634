using Intranet.Meetings;
using Intranet.Shared;

namespace Intranet.Tests.Meetings;

public class RoundTimesTests
{
    private static string Times(params (string? Start, int Duration)[] stops)
        => string.Join(' ', RoundTimes.Of([.. stops.Select(s => new RoundStop("X", s.Start is null ? null : TimeOnly.Parse(s.Start), s.Duration))]).Select(m => $"{m / 60}:{m % 60:00}"));

    [Fact]
    public void Half_an_hour_between_two_houses_by_quarters() => Assert.Equal("9:30 11:15", Times((null, 70), (null, 60)));

    [Fact]
    public void Noon_is_left_free() => Assert.Equal("9:30 11:30 13:30 15:30", Times((null, 90), (null, 60), (null, 90), (null, 60)));

    [Fact]
    public void An_hour_that_was_set_stays() => Assert.Equal("8:00 10:00 12:15", Times(("08:00", 90), (null, 60), ("12:15", 30)));

    [Fact]
    public void Nobody_is_at_two_places() => Assert.Throws<BrokenRuleException>(() => Times(("09:00", 90), ("10:00", 60)));

    [Fact]
    public void A_day_has_an_end() => Assert.Throws<BrokenRuleException>(() => Times(("22:00", 60), (null, 90)));
}
