using System.Globalization;
using Intranet.Shared;

namespace Intranet.Tests.Shared;

public sealed class FrenchTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    [Fact]
    public void Dates()
    {
        Assert.Equal("30/11/2026", French.Date(new(2026, 11, 30)));
        Assert.Equal("lundi 30 novembre 2026", French.LongDate(new(2026, 11, 30)));
        Assert.Equal("mardi 1er décembre 2026", French.LongDate(new(2026, 12, 1)));
        Assert.Equal("août 2026", French.Month(new(2026, 8, 1)));
        Assert.Equal("30/11/2026, dans 9 jours", French.DateAndDelay(new(2026, 11, 30), Today));
    }

    [Theory]
    [InlineData(0, "aujourd’hui")]
    [InlineData(1, "demain")]
    [InlineData(-1, "hier")]
    [InlineData(2, "dans 2 jours")]
    [InlineData(9, "dans 9 jours")]
    [InlineData(60, "dans 60 jours")]
    [InlineData(61, "dans 2 mois")]
    [InlineData(91, "dans 3 mois")]
    [InlineData(700, "dans 23 mois")]
    [InlineData(730, "dans 2 ans")]
    [InlineData(1096, "dans 3 ans")]
    [InlineData(-19, "il y a 19 jours")]
    [InlineData(-365, "il y a 12 mois")]
    public void Delays(int days, string expected) => Assert.Equal(expected, French.Delay(Today.AddDays(days), Today));

    [Theory]
    [InlineData(-19, "en retard de 19 jours")]
    [InlineData(-1, "en retard de 1 jour")]
    [InlineData(0, "")]
    [InlineData(5, "")]
    public void Lateness(int days, string expected) => Assert.Equal(expected, French.Lateness(Today.AddDays(days), Today));

    [Theory]
    [InlineData(0, "depuis aujourd’hui")]
    [InlineData(-1, "depuis hier")]
    [InlineData(-19, "depuis 19 jours")]
    [InlineData(9, "à partir du 30/11/2026")]
    public void Since(int days, string expected) => Assert.Equal(expected, French.Since(Today.AddDays(days), Today));

    [Theory]
    [InlineData(14, 30, "14\u00A0h\u00A030")]
    [InlineData(9, 0, "9\u00A0h")]
    [InlineData(0, 5, "0\u00A0h\u00A005")]
    public void Times(int hour, int minute, string expected) => Assert.Equal(expected, French.Time(new(hour, minute)));

    [Fact]
    public void An_instant_is_shown_by_the_clocks_of_Paris()
    {
        Assert.Equal("01/12/2026 à 0\u00A0h\u00A030", French.DateTime(new(2026, 11, 30, 23, 30, 0, DateTimeKind.Utc)));
        Assert.Equal("30/06/2026 à 14\u00A0h", French.DateTime(new(2026, 6, 30, 12, 0, 0, DateTimeKind.Unspecified)));
    }

    [Theory]
    [InlineData(0, "place", null, "0 place")]
    [InlineData(1, "place", null, "1 place")]
    [InlineData(-1, "jour", null, "\u22121 jour")]
    [InlineData(2, "réseau", null, "2 réseaux")]
    [InlineData(2, "tribunal", null, "2 tribunaux")]
    [InlineData(2, "avis", null, "2 avis")]
    [InlineData(1234, "place", null, "1\u202F234 places")]
    [InlineData(3, "convention à signer", "conventions à signer", "3 conventions à signer")]
    public void Counts(int n, string singular, string? plural, string expected) =>
        Assert.Equal(expected, French.Count(n, singular, plural));

    [Fact]
    public void Several_words_need_their_plural() =>
        Assert.Throws<ArgumentException>(() => French.Count(1, "convention à signer"));

    [Theory]
    [InlineData(123450, "1\u202F234,50\u00A0€")]
    [InlineData(123400, "1\u202F234\u00A0€")]
    [InlineData(5, "0,05\u00A0€")]
    [InlineData(-1000, "\u221210\u00A0€")]
    public void Euros(long cents, string expected) => Assert.Equal(expected, French.Euros(cents));

    [Theory]
    [InlineData(0.42, 0, "42\u202F%")]
    [InlineData(0.996, 0, "99\u202F%")]
    [InlineData(0.001, 0, "1\u202F%")]
    [InlineData(0.9999, 1, "99,9\u202F%")]
    [InlineData(1, 0, "100\u202F%")]
    [InlineData(1.12, 0, "112\u202F%")]
    [InlineData(0, 0, "0\u202F%")]
    [InlineData(double.NaN, 0, "–")]
    public void Percents(double share, int decimals, string expected) => Assert.Equal(expected, French.Percent(share, decimals));

    [Theory]
    [InlineData(1, "1\u00A0octet")]
    [InlineData(512, "512\u00A0octets")]
    [InlineData(12_288, "12\u00A0Ko")]
    [InlineData(1_048_575, "1,0\u00A0Mo")]
    [InlineData(1_468_006, "1,4\u00A0Mo")]
    [InlineData(20_971_520, "20\u00A0Mo")]
    public void FileSizes(long bytes, string expected) => Assert.Equal(expected, French.FileSize(bytes));

    [Fact]
    public void The_culture_of_the_server_changes_nothing()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            foreach (var name in new[] { "en-US", "ar-SA", "th-TH" })
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(name);
                Assert.Equal("30/11/2026", French.Date(new(2026, 11, 30)));
                Assert.Equal("1\u202F234,50\u00A0€", French.Euros(123450));
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
