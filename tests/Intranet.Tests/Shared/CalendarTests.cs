using System.Globalization;
using Intranet.Shared;

namespace Intranet.Tests.Shared;

public sealed class CalendarTests
{
    [Theory]
    [InlineData("2000-04-23")]
    [InlineData("2008-03-23")]
    [InlineData("2011-04-24")]
    [InlineData("2024-03-31")]
    [InlineData("2025-04-20")]
    [InlineData("2026-04-05")]
    [InlineData("2027-03-28")]
    [InlineData("2038-04-25")]
    [InlineData("2285-03-22")]
    public void Easter(string day) => Assert.Equal(Day(day), FrenchHolidays.Easter(Day(day).Year));

    [Fact]
    public void Easter_is_a_Sunday_of_spring()
    {
        for (var year = 1583; year <= 2600; year++)
        {
            var easter = FrenchHolidays.Easter(year);
            Assert.Equal(DayOfWeek.Sunday, easter.DayOfWeek);
            Assert.InRange(easter, new DateOnly(year, 3, 22), new DateOnly(year, 4, 25));
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => FrenchHolidays.Easter(1582));
    }

    [Theory]
    [InlineData("2026-04-06", null, "Lundi de Pâques")]
    [InlineData("2026-05-01", null, "Fête du Travail")]
    [InlineData("2026-05-14", null, "Ascension")]
    [InlineData("2026-05-25", null, "Lundi de Pentecôte")]
    [InlineData("2026-04-03", null, null)]
    [InlineData("2026-04-03", "57", "Vendredi saint")]
    [InlineData("2026-12-26", "67", "Saint-Étienne")]
    [InlineData("2026-12-26", "68", "Saint-Étienne")]
    [InlineData("2026-12-26", "93", null)]
    [InlineData("2026-12-20", "974", "Abolition de l’esclavage")]
    public void Holidays(string day, string? departement, string? name) =>
        Assert.Equal(name, FrenchHolidays.NameOf(Day(day), departement));

    [Fact]
    public void A_year_has_eleven_holidays_in_order()
    {
        var holidays = FrenchHolidays.Of(2026);
        Assert.Equal(11, holidays.Count);
        Assert.Equal(13, FrenchHolidays.Of(2026, "57").Count);
        Assert.Equal(holidays.OrderBy(h => h.Day), holidays);
    }

    [Theory]
    [InlineData("2026-11-20", true)]
    [InlineData("2026-11-21", false)]
    [InlineData("2026-11-22", false)]
    [InlineData("2026-11-11", false)]
    [InlineData("2027-05-01", false)]
    public void Working_days(string day, bool worked) => Assert.Equal(worked, WorkingDays.IsWorkingDay(Day(day)));

    [Fact]
    public void Moves_to_working_days()
    {
        // 1 May 2026 is a Friday: the week-end lasts three days.
        Assert.Equal(Day("2026-04-30"), WorkingDays.OnOrBefore(Day("2026-05-03")));
        Assert.Equal(Day("2026-05-04"), WorkingDays.OnOrAfter(Day("2026-05-01")));
        Assert.Equal(Day("2026-04-30"), WorkingDays.OnOrBefore(Day("2026-04-30")));
        Assert.Equal(Day("2026-04-30"), WorkingDays.Previous(Day("2026-05-04")));
        Assert.Equal(Day("2026-05-04"), WorkingDays.Next(Day("2026-04-30")));
        Assert.Equal(Day("2026-12-24"), WorkingDays.OnOrBefore(Day("2026-12-27")));
        Assert.Equal(Day("2027-01-04"), WorkingDays.OnOrAfter(Day("2027-01-01")));
    }

    [Theory]
    [InlineData("2026-04-30", 1, "2026-05-04")]
    [InlineData("2026-04-30", 10, "2026-05-19")]
    [InlineData("2026-05-04", -1, "2026-04-30")]
    [InlineData("2026-05-03", 0, "2026-05-03")]
    [InlineData("2026-11-21", 10, "2026-12-04")]
    public void Adds(string day, int n, string expected) => Assert.Equal(Day(expected), WorkingDays.Add(Day(day), n));

    [Fact]
    public void Counting_undoes_adding()
    {
        for (var n = 1; n < 300; n += 7)
        {
            var from = Day("2026-11-21").AddDays(n % 9);
            Assert.Equal(n, WorkingDays.Count(from, WorkingDays.Add(from, n)));
        }

        Assert.Equal(0, WorkingDays.Count(Day("2026-05-01"), Day("2026-05-01")));
        Assert.Equal(-4, WorkingDays.Count(Day("2026-05-07"), Day("2026-05-01")));
    }

    [Theory]
    [InlineData("2026-03-29T00:59:00Z", "2026-03-29T01:59:00")]
    [InlineData("2026-03-29T01:00:00Z", "2026-03-29T03:00:00")]
    [InlineData("2026-10-25T01:30:00Z", "2026-10-25T02:30:00")]
    public void Paris_changes_its_clocks(string utc, string wall)
    {
        var instant = DateTime.Parse(utc, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal);
        Assert.Equal(DateTime.Parse(wall, CultureInfo.InvariantCulture), Paris.ToParis(instant));
    }

    [Fact]
    public void A_day_in_Paris_begins_before_the_day_in_UTC()
    {
        Assert.Equal(Day("2026-12-01"), Paris.DayOf(new(2026, 11, 30, 23, 0, 0, DateTimeKind.Utc)));
        Assert.Equal(Day("2026-11-30"), Paris.DayOf(new(2026, 11, 30, 22, 59, 59, DateTimeKind.Utc)));
        Assert.Throws<ArgumentException>(() => Paris.DayOf(new(2026, 1, 1, 0, 0, 0, DateTimeKind.Local)));
    }

    [Fact]
    public void Wall_time_becomes_an_instant()
    {
        Assert.Equal(new(2026, 11, 21, 5, 0, 0, DateTimeKind.Utc), Paris.ToUtc(Day("2026-11-21"), new(6, 0)));
        Assert.Equal(new(2026, 3, 29, 1, 30, 0, DateTimeKind.Utc), Paris.ToUtc(Day("2026-03-29"), new(2, 30)));
        Assert.Equal(new(2026, 10, 25, 1, 30, 0, DateTimeKind.Utc), Paris.ToUtc(Day("2026-10-25"), new(2, 30)));
    }

    private static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
