using Intranet.Contacts;
using Intranet.Shared;

namespace Intranet.Tests.Contacts;

public sealed class ServiceTests
{
    private static readonly DateOnly Day = new(2026, 11, 21);

    private static Service WithPlaces(int places)
    {
        var service = new Service(1, "Placement extérieur");
        service.Offer(places);
        return service;
    }

    [Fact]
    public void Free_places_are_trusted_fifteen_days()
    {
        Assert.False(Service.IsStale(Day.AddDays(-15), Day));
        Assert.True(Service.IsStale(Day.AddDays(-16), Day));
        Assert.True(Service.IsStale(null, Day));
    }

    [Fact]
    public void Free_places_stay_within_the_places()
    {
        var service = WithPlaces(14);
        Assert.Throws<BrokenRuleException>(() => service.DeclareFreePlaces(15, Day));
        Assert.Throws<BrokenRuleException>(() => service.DeclareFreePlaces(-1, Day));
        service.DeclareFreePlaces(14, Day);
        Assert.Equal((14, Day), (service.FreePlaces, service.FreePlacesOn));
    }

    [Fact]
    public void An_older_number_never_replaces_a_newer_one()
    {
        var service = WithPlaces(14);
        service.DeclareFreePlaces(3, Day);
        Assert.Throws<BrokenRuleException>(() => service.DeclareFreePlaces(5, Day.AddDays(-1)));
        Assert.Equal(3, service.FreePlaces);
    }

    [Fact]
    public void With_fewer_places_a_number_that_no_longer_fits_is_forgotten()
    {
        var service = WithPlaces(14);
        service.DeclareFreePlaces(8, Day);
        service.Offer(6);
        Assert.Null(service.FreePlaces);
        Assert.Null(service.FreePlacesOn);
    }

    [Fact]
    public void The_shortest_remaining_sentence_is_not_longer_than_the_longest()
        => Assert.Equal("LongestMonths", Assert.Throws<BrokenRuleException>(() => WithPlaces(1).Last("", 12, 3)).Field);

    [Theory]
    [InlineData(null, null, "")]
    [InlineData(3, null, "à partir de 3 mois")]
    [InlineData(null, 12, "jusqu’à 12 mois")]
    [InlineData(3, 12, "de 3 à 12 mois")]
    [InlineData(6, 6, "6 mois")]
    public void The_remaining_sentence_is_said_in_words(int? shortest, int? longest, string text)
        => Assert.Equal(text, ServiceSheet.RemainingText(shortest, longest));

    [Fact]
    public void A_part_of_the_file_is_filled_again_and_goes_when_emptied()
    {
        var service = WithPlaces(1);
        service.FillAdmission(AdmissionPartKind.Medical, "Certificat", "Médecin", "Infirmière", 21);
        service.FillAdmission(AdmissionPartKind.Medical, "Certificat", "Médecin", "Infirmière", 14);
        Assert.Equal(14, Assert.Single(service.Admission).DelayDays);
        service.FillAdmission(AdmissionPartKind.Medical, " ", "", "", null);
        Assert.Empty(service.Admission);
    }

    [Fact]
    public void Codes_keep_their_order_and_are_found_one_by_one()
    {
        Assert.Equal("|PE|SL|", CodeList.Join(["PE", " SL ", "pe", ""]));
        Assert.Equal(["PE", "SL"], CodeList.Split("|PE|SL|"));
        Assert.Equal("", CodeList.Join([]));
        Assert.Equal("%|SL|%", CodeList.Pattern("SL"));
    }

    [Theory]
    [InlineData("93100", "93")]
    [InlineData("97400", "974")]
    [InlineData("01 000", "01")]
    [InlineData("20000", null)]
    [InlineData("9310", null)]
    [InlineData(null, null)]
    public void A_postal_code_tells_its_departement(string? postal, string? code) => Assert.Equal(code, Departements.OfPostalCode(postal));
}
