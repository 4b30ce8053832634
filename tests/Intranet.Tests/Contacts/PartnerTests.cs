using Intranet.Contacts;
using Intranet.Shared;

namespace Intranet.Tests.Contacts;

public sealed class PartnerTests
{
    [Fact]
    public void The_beginning_of_following_stays_when_the_owner_changes()
    {
        var partner = new Partner("SPIP de Seine-Saint-Denis", 1);
        partner.Follow(3, new DateOnly(2026, 1, 5));
        partner.Follow(4, new DateOnly(2026, 6, 1));
        Assert.Equal((4, new DateOnly(2026, 1, 5)), (partner.RelationOwnerId, partner.FollowedOn));
        partner.Follow(null);
        Assert.Null(partner.FollowedOn);
    }

    [Fact]
    public void The_wished_delay_cannot_pass_the_maximum_of_the_kind()
    {
        var partner = new Partner("SPIP", 1);
        var kind = new PartnerKind("spip", "SPIP", 1) { MaximumMonths = 12 };
        Assert.Equal("WishedMonths", Assert.Throws<BrokenRuleException>(() => partner.MeetEvery(13, null, null, kind)).Field);
        partner.MeetEvery(13, 18, null, kind);
        Assert.Equal(13, partner.WishedMonths);
    }

    [Fact]
    public void A_duplicate_leaves_its_names_and_what_the_other_did_not_know()
    {
        var kept = new Partner("CP Seine-Saint-Denis", 1);
        kept.Locate("", "", "", "01 40 00 00 00", "");
        kept.Classify(1, null, ["93"]);
        var duplicate = new Partner("Maison d’arrêt de Villepinte", 1);
        duplicate.Rename("Maison d’arrêt de Villepinte", "MA de Villepinte");
        duplicate.Locate("40 avenue Vauban", "93420", "Villepinte", "01 49 00 00 00", "greffe@exemple.fr");
        duplicate.Annotate("Parloirs le matin.");
        kept.Absorb(duplicate);
        Assert.Equal("Maison d’arrêt de Villepinte\nMA de Villepinte", kept.Aliases);
        Assert.Equal(("40 avenue Vauban", "Villepinte", "01 40 00 00 00", "greffe@exemple.fr"), (kept.Street, kept.City, kept.Phone, kept.Email));
        Assert.Equal("Parloirs le matin.", kept.Notes);
    }

    [Fact]
    public void A_link_without_object_aims_at_nothing()
        => Assert.Throws<BrokenRuleException>(() => new ArticulationObservation(1, 2, new DateOnly(2026, 6, 16), null, ArticulationLevel.Formal, "", "Nadia Brunel"));
}
