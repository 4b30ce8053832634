using Intranet.Contacts;
using Intranet.Shared;
using Intranet.Tests.Http;
using Intranet.Tests.Reminders;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Tests.Contacts;

/// <summary>What the rules of the directory say is due, to whom, and what ends it.</summary>
public sealed class ContactsRemindersTests(IntranetApp app) : IClassFixture<IntranetApp>
{
    private static readonly DateOnly Day = new(2026, 11, 18);

    [Fact]
    public async Task Contacts_to_verify_are_one_reminder_a_partner_and_month()
    {
        var (partner, owner) = await Followed();
        var first = await Verified(partner, "Greffe", new(2025, 9, 20));
        var second = await Verified(partner, "Secrétariat", new(2025, 11, 25));
        await Verified(partner, "Permanence", new(2026, 2, 3));
        var fact = await app.DueOne("contact-to-verify", partner, Day);
        Assert.Equal((new DateOnly(2026, 9, 1), "Vérifier 2 coordonnées", (int?)owner), (fact.Due, fact.Action, fact.PostId));
        Assert.Equal("Greffe, Secrétariat. La plus ancienne vérification date du 20/09/2025.", fact.Context);
        // The month after, the same reminder; a year ahead, those to come by month.
        Assert.Equal(fact.Due, (await app.DueOne("contact-to-verify", partner, Day.AddMonths(1))).Due);
        Assert.Equal([new(2026, 9, 1), new(2027, 2, 1)], (await app.Due("contact-to-verify", [partner], Day, Day.AddYears(1))).Select(f => f.Due));

        await Verify(second, Day);
        Assert.Equal((fact.Due, "Vérifier 1 coordonnée"), await Keyed(partner));
        await Verify(first, Day);
        Assert.Empty(await app.Due("contact-to-verify", [partner], Day));
    }

    [Fact]
    public async Task Nobody_verifies_for_a_partner_that_nobody_follows_and_long_lists_are_cut()
    {
        var (partner, _) = await Followed();
        for (var i = 0; i < 30; i++)
            await Verified(partner, $"Un poste au nom assez long n° {i}", new(2025, 9, 20));
        var fact = await app.DueOne("contact-to-verify", partner, Day);
        Assert.InRange(fact.Context.Length, 270, 280);
        Assert.EndsWith("…", fact.Context, StringComparison.Ordinal);
        await app.WithDb(async db =>
        {
            (await db.Set<Partner>().SingleAsync(p => p.Id == partner)).Follow(null);
            return await db.SaveChangesAsync();
        });
        Assert.Empty(await app.Due("contact-to-verify", [partner], Day));
    }

    /// <summary>Of partners followed before the day of following was kept.</summary>
    [Fact]
    public async Task A_partner_never_met_keeps_its_date_at_new_year()
    {
        var (_, owner) = await Followed();
        var partner = await app.AddPartner("SPIP suivi depuis toujours", "spip");
        await app.WithDb(async db =>
        {
            (await db.Set<Partner>().SingleAsync(p => p.Id == partner)).Follow(owner);
            return await db.SaveChangesAsync();
        });
        var entered = Paris.DayOf(DateTime.UtcNow);
        var year = new DateOnly(entered.Year + 1, 1, 1);
        Assert.Equal(entered, (await app.DueOne("partner-to-meet", partner, year.AddDays(-1))).Due);
        Assert.Equal(entered, (await app.DueOne("partner-to-meet", partner, year)).Due);
    }

    [Fact]
    public async Task A_contract_that_ends_is_told_to_the_head_until_it_is_handed_over_or_left()
    {
        var (place, head, _) = await House();
        var ending = await Employed(place, Day.AddDays(40));
        var fact = await app.DueOne("contract-ending", ending, Day);
        Assert.Equal((Day.AddDays(40), "Préparer la passation", (int?)head), (fact.Due, fact.Action, fact.PostId));
        Assert.Empty(await app.Due("contract-ending", [ending], Day, Day.AddDays(39)));
        Assert.Equal("Noter le départ ou prolonger le contrat", (await app.DueOne("contract-ending", ending, Day.AddDays(41))).Action);

        // Somebody who arrives later and leaves within the year is seen by the forecast.
        var later = await Employed(place, Day.AddDays(200), Day.AddDays(30));
        Assert.Single(await app.Due("contract-ending", [later], Day, Day.AddYears(1)));

        await Change(ending, p => p.Departures.Add(new Departure(Day.AddDays(40), null, [])));
        Assert.Empty(await app.Due("contract-ending", [ending], Day));
        var left = await Employed(place, Day.AddDays(40));
        await Change(left, p => p.Employments.Single().Leave(Day.AddDays(40)));
        Assert.Empty(await app.Due("contract-ending", [left], Day));
    }

    [Fact]
    public async Task A_hand_over_of_an_earlier_contract_does_not_count_and_nobody_answers_for_his_own()
    {
        var (place, head, above) = await House();
        var back = await Employed(place, Day.AddDays(10), Day.AddDays(-100));
        await Change(back, p => p.Departures.Add(new Departure(Day.AddDays(-300), null, [])));
        Assert.Single(await app.Due("contract-ending", [back], Day));
        await app.WithDb(async db =>
        {
            (await db.Set<Post>().Include(p => p.Holdings).SingleAsync(p => p.Id == head)).Appoint(back, Day.AddDays(-100));
            return await db.SaveChangesAsync();
        });
        Assert.Equal(above, (await app.DueOne("contract-ending", back, Day)).PostId);
    }

    [Fact]
    public async Task A_post_that_will_be_vacant_is_in_the_forecast_and_not_in_the_day()
    {
        var (_, head, above) = await House();
        var person = await app.Add(new Person("Paul", "Partant", "essai"));
        await app.WithDb(async db =>
        {
            (await db.Set<Post>().Include(p => p.Holdings).SingleAsync(p => p.Id == head)).Appoint(person, Day.AddYears(-1)).End(Day.AddDays(60));
            return await db.SaveChangesAsync();
        });
        Assert.Empty(await app.Due("post-vacant", [head], Day));
        var fact = await app.DueOne("post-vacant", head, Day, Day.AddYears(1));
        Assert.Equal((Day.AddDays(61), (int?)above), (fact.Due, fact.PostId));
        Assert.Contains("vacant à partir du", fact.Context, StringComparison.Ordinal);
        Assert.Equal(Day.AddDays(61), (await app.DueOne("post-vacant", head, Day.AddDays(61))).Due);
    }

    [Fact]
    public async Task An_expired_authorisation_goes_on_being_told_until_it_is_asked_for_or_followed()
    {
        var (place, head, _) = await House();
        var (asked, followed) = (await Granted(new(2021, 3, 1), new(2027, 2, 28)), await Granted(new(2020, 1, 1), new(2026, 6, 30)));
        var fact = await app.DueOne("authorisation-renewal", asked, Day);
        Assert.Equal((new DateOnly(2026, 8, 28), (int?)head), (fact.Due, fact.PostId));
        Assert.StartsWith("Fin le 28/02/2027", fact.Context, StringComparison.Ordinal);
        Assert.StartsWith("Expirée depuis le 28/02/2027", (await app.DueOne("authorisation-renewal", asked, new(2027, 3, 1))).Context, StringComparison.Ordinal);
        Assert.Empty(await app.Due("authorisation-renewal", [followed], Day));
        await app.WithDb(async db =>
        {
            (await db.Set<Authorisation>().SingleAsync(a => a.Id == asked)).Ask(Day);
            return await db.SaveChangesAsync();
        });
        Assert.Empty(await app.Due("authorisation-renewal", [asked], Day));

        Task<int> Granted(DateOnly from, DateOnly until) => app.Add(new Authorisation("CPOM", place, from, until));
    }

    private async Task<(DateOnly, string)> Keyed(int partner)
    {
        var fact = await app.DueOne("contact-to-verify", partner, Day);
        return (fact.Due, fact.Action);
    }

    private async Task<(int Place, int Head, int Above)> House()
    {
        var place = await app.AddEstablishment("Les Échéances");
        var above = await app.Add(Post.AtEstablishment(place, "Direction générale", PostLevel.Institution));
        var post = Post.AtEstablishment(place, "Direction", PostLevel.Management);
        post.Describe("Direction", PostLevel.Management, "", above);
        return (place, await app.Add(post), above);
    }

    private async Task<(int Partner, int Owner)> Followed()
    {
        var ((_, head, _), partner) = (await House(), await app.AddPartner("SPIP des échéances", "spip"));
        await app.WithDb(async db =>
        {
            (await db.Set<Partner>().SingleAsync(p => p.Id == partner)).Follow(head, Day.AddYears(-1));
            return await db.SaveChangesAsync();
        });
        return (partner, head);
    }

    private Task<int> Verified(int partner, string title, DateOnly on)
    {
        var post = Post.AtPartner(partner, title, PostLevel.Field);
        post.Verify(on, "essai");
        return app.Add(post);
    }

    private Task<int> Verify(int post, DateOnly on) => app.WithDb(async db =>
    {
        (await db.Set<Post>().SingleAsync(p => p.Id == post)).Verify(on, "essai");
        return await db.SaveChangesAsync();
    });

    private Task<int> Employed(int place, DateOnly end, DateOnly? from = null)
    {
        var person = new Person("Colin", "Contrat", "essai");
        person.Employ(place, "Éducateur", from ?? Day.AddYears(-1)).Work(place, "Éducateur", from ?? Day.AddYears(-1), end);
        return app.Add(person);
    }

    private Task<int> Change(int id, Action<Person> change) => app.WithDb(async db =>
    {
        change(await db.Set<Person>().Include(p => p.Employments).Include(p => p.Departures).SingleAsync(p => p.Id == id));
        return await db.SaveChangesAsync();
    });
}
