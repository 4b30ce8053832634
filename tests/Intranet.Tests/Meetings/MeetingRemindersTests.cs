using Intranet.Contacts;
using Intranet.Meetings;
using Intranet.Shared;
using Intranet.Tests.Http;
using Intranet.Tests.Reminders;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Tests.Meetings;

/// <summary>What the rules of meetings say is due, to whom, and what ends it.</summary>
public sealed class MeetingRemindersTests(IntranetApp app) : IClassFixture<IntranetApp>
{
    private static readonly DateOnly Day = new(2026, 11, 18);

    [Fact]
    public async Task A_visit_is_to_prepare_by_the_head_of_the_house_until_its_day()
    {
        var world = await World();
        var visit = await Met(world, MeetingKind.VisitCode, Day.AddDays(30), m => m.Announce(Day));
        var fact = await app.DueOne("visit-coming", visit, Day);
        Assert.Equal((Day.AddDays(30), (int?)world.OurPost, "Visite de SPIP des rencontres."), (fact.Due, fact.PostId, fact.Context));
        Assert.Empty(await app.Due("visit-coming", [visit], Day.AddDays(-1)));
        Assert.Single(await app.Due("visit-coming", [visit], Day.AddDays(30)));
        Assert.Empty(await app.Due("visit-coming", [visit], Day.AddDays(31)));
        await Change(visit, m => m.Postpone(Day, "Grève."));
        Assert.Empty(await app.Due("visit-coming", [visit], Day));
        var draft = await Met(world, MeetingKind.VisitCode, Day.AddDays(10), _ => { });
        Assert.Empty(await app.Due("visit-coming", [draft], Day));
    }

    [Fact]
    public async Task Minutes_are_missing_seven_days_after_and_closing_ends_it()
    {
        var world = await World();
        var meeting = await Met(world, "annual", Day.AddDays(-7), m => m.Hold(Day));
        Assert.Empty(await app.Due("minutes-missing", [meeting], Day.AddDays(-1)));
        Assert.Equal((Day, (int?)world.OurPost), await Seen("minutes-missing", meeting));
        await Change(meeting, m => m.Close(Day, "Ada", []));
        Assert.Empty(await app.Due("minutes-missing", [meeting], Day));
    }

    [Fact]
    public async Task What_the_partner_owes_goes_to_who_keeps_the_relation_else_to_who_was_there()
    {
        var world = await World();
        var meeting = await Met(world, "annual", Day.AddDays(-60), m =>
        {
            m.Hold(Day);
            m.Conclude(OutcomeKind.Action, "Envoyer la liste.").Entrust(false, null, Day.AddDays(7));
            m.Conclude(OutcomeKind.Action, "Proposer une date.").Entrust(true, world.OurPost, Day.AddDays(-21));
        });
        var due = await app.Due("meeting-action", [meeting], Day);
        Assert.Equal([("Faire ce qui a été convenu", Day.AddDays(-21)), ("Relancer le partenaire", Day.AddDays(7))], due.Select(f => (f.Action, f.Due)));
        Assert.All(due, f => Assert.Equal(world.OurPost, f.PostId));
        await Follow(world.Partner, null);
        Assert.Equal(world.OurPost, (await app.Due("meeting-action", [meeting], Day))[1].PostId);
        await Change(meeting, m => m.Outcomes.Single(o => o.IsOurs == true).Do(Day, "", Day));
        Assert.Equal(Day.AddDays(7), (await app.DueOne("meeting-action", meeting, Day)).Due);
    }

    [Fact]
    public async Task A_first_contact_is_due_sixty_days_after_arrival_and_the_forecast_knows_who_is_named_for_later()
    {
        var world = await World();
        var (now, later) = (await Named(world.Partner, Day.AddDays(-30)), await Named(world.Partner, Day.AddDays(40)));
        Assert.Equal((Day.AddDays(30), (int?)world.OurPost), await Seen("first-contact", now));
        Assert.Empty(await app.Due("first-contact", [later], Day));
        var ahead = await app.DueOne("first-contact", later, Day, Day.AddYears(1));
        Assert.Equal(Day.AddDays(100), ahead.Due);
        Assert.Contains("prend ce poste le", ahead.Context, StringComparison.Ordinal);
        Assert.Empty(await app.Due("first-contact", [now], Day, Day.AddDays(29)));
        await Follow(world.Partner, null);
        Assert.Empty(await app.Due("first-contact", [now], Day));
    }

    private async Task<(DateOnly Due, int? PostId)> Seen(string rule, int subject)
    {
        var fact = await app.DueOne(rule, subject, Day);
        return (fact.Due, fact.PostId);
    }

    private sealed record Scene(int Place, int Partner, int OurPost);

    private async Task<Scene> World()
    {
        var (place, partner) = (await app.AddEstablishment("Les Rencontres"), await app.AddPartner("SPIP des rencontres", "spip"));
        var post = Post.AtEstablishment(place, "Direction", PostLevel.Management);
        post.Appoint(await app.Add(new Person("Ada", "Réunie", "essai")), new(2020, 1, 1));
        var ours = await app.Add(post);
        await Follow(partner, ours);
        return new Scene(place, partner, ours);
    }

    private Task<int> Follow(int partner, int? post) => app.WithDb(async db =>
    {
        (await db.Set<Partner>().SingleAsync(p => p.Id == partner)).Follow(post, Day.AddYears(-2));
        return await db.SaveChangesAsync();
    });

    /// <summary>The post of a new holder.</summary>
    private async Task<int> Named(int partner, DateOnly from)
    {
        var post = Post.AtPartner(partner, "Direction du service", PostLevel.Management);
        post.Appoint(await app.Add(new Person("Nour", "Velle", "essai")), from);
        return await app.Add(post);
    }

    private async Task<int> Met(Scene scene, string kind, DateOnly on, Action<Meeting> live)
    {
        var (kindId, holding) = await app.WithDb(async db => (await db.Set<MeetingKind>().Where(k => k.Code == kind).Select(k => k.Id).SingleAsync(),
            await db.Set<Holding>().AsNoTracking().Include(h => h.Post).SingleAsync(h => h.PostId == scene.OurPost)));
        var meeting = new Meeting("Rencontre", kindId, MeetingMode.AtOurs, on);
        meeting.Between([scene.Place], [scene.Partner]);
        meeting.Gather([new MeetingParticipant(holding, holding.Post!, "Ada Réunie", Attendance.Present)]);
        live(meeting);
        return await app.Add(meeting);
    }

    private Task<int> Change(int id, Action<Meeting> change) => app.WithDb(async db =>
    {
        change(await db.Set<Meeting>().Include(m => m.Subject.Links).Include(m => m.Outcomes).SingleAsync(m => m.Id == id));
        return await db.SaveChangesAsync();
    });
}
